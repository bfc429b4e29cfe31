import type { LoaderFunctionArgs } from "@remix-run/node";
import type { BeyondReport } from "./beyond-report.tsx";

/** What other methods would have given, and in which formats the ballots may be had. */
export async function loadBeyond(
  { context }: Pick<LoaderFunctionArgs, "context">,
  decisionId: string,
): Promise<BeyondReport> {
  const { results } = context.api.decisions;
  const [comparison, formats] = await Promise.all([
    results.comparison(context.actor, decisionId),
    results.formats(context.actor, decisionId),
  ]);
  return {
    ...(comparison.ok ? { comparison: comparison.value } : {}),
    formats: formats.ok ? formats.value : [],
  };
}
