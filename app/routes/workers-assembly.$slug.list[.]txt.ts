import type { LoaderFunctionArgs } from "@remix-run/node";

/** The frozen list, byte for byte what its hash was made of. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const text = await context.api.workersAssembly.proposals.list(params["slug"] ?? "");
  if (text === undefined) throw new Response(null, { status: 404 });
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
