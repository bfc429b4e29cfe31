import type { LoaderFunctionArgs } from "@remix-run/node";

/** The count as data, for whoever wants to check or redraw it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const result = await context.api.decisions.report(context.actor, params.decisionId ?? "");
  if (!result.ok) return Response.json({ refusal: result.refusal }, { status: 404 });
  const { page, report, countedAt, ballotsHash } = result.value;
  const { id, title, legalBasis, legalChannel, ballotKind, asOf, profile } = page;
  return Response.json({
    decision: {
      id,
      title,
      legalBasis,
      legalChannel,
      ballotKind,
      asOf,
      profile,
    },
    report,
    countedAt,
    ballotsHash,
  });
}
