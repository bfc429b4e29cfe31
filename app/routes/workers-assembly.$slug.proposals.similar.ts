import type { LoaderFunctionArgs } from "@remix-run/node";

/** Proposals that resemble what is being typed, for the form on which it is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return context.api.workersAssembly.proposals.similar(params["slug"] ?? "", asked);
}
