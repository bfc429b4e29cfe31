import type { LoaderFunctionArgs } from "@remix-run/node";
import type { BallotFormat } from "#wire/decision-results.ts";

/** The ballots of a published election as a file, without names, or why there is none. */
export async function sendBallots(
  { params, context }: LoaderFunctionArgs,
  format: BallotFormat,
): Promise<Response> {
  const { actor, api, language } = context;
  const { decisionId = "" } = params;
  const file = await api.decisions.results.ballots(actor, { decisionId, format, language });
  if (!file.ok) return Response.json({ refusal: file.refusal }, { status: 404 });
  const { fileName, mediaType, text } = file.value;
  return new Response(text, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
