import type { LoaderFunctionArgs } from "@remix-run/node";

/** Everything that counting a secret decision again needs, as one file. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const result = await context.api.decisions.urns.bundle(context.actor, params.decisionId ?? "");
  if (!result.ok) return Response.json({ refusal: result.refusal }, { status: 404 });
  const { fileName, body } = result.value;
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
