import type { LoaderFunctionArgs } from "@remix-run/node";

/** The ballots of an election without names, in a format that other programs count. */
export async function sendBallots({ params, context }: LoaderFunctionArgs, format: string) {
  const { results } = context.api.decisions;
  const file = await results.ballots(context.actor, params.decisionId ?? "", format);
  if (!file.ok) return Response.json({ refusal: file.refusal }, { status: 404 });
  const { fileName, type, text } = file.value;
  return new Response(text, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
