import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** A short address: from a poster to the lab, for anybody. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = await context.api.smartlab.slugOfCode(params["code"] ?? "");
  if (!slug) throw data({ refusal: { code: "not-found" } }, { status: 404 });
  return redirect(`/smartlab/${slug}`);
}

/** Somebody with an address that leads nowhere meets the hall's own words. */
export default function NoSuchLab() {
  return null;
}
