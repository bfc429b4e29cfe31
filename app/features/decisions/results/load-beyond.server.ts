import type { LoaderFunctionArgs } from "@remix-run/node";
import type { BallotFormat, Compared } from "#wire/decision-results.ts";

/** What is told of an election beyond its report. */
export type BeyondReport = {
  /** Empty until the job process has counted the ballots by the other methods. */
  comparison: Compared[];
  /** Formats in which the ballots may be had; none where they could give somebody away. */
  formats: BallotFormat[];
};

type Api = LoaderFunctionArgs["context"]["api"]["decisions"]["results"];
type Counted = Parameters<Api["downloads"]>[0];

/** What other methods would have given, and in which formats the ballots may be had. */
export async function loadBeyond(
  { context: { api, actor } }: Pick<LoaderFunctionArgs, "context">,
  counted: Counted,
): Promise<BeyondReport> {
  const comparison = await api.decisions.results.comparison(actor, counted.page.id);
  return {
    comparison: comparison.ok ? comparison.value : [],
    formats: api.decisions.results.downloads(counted),
  };
}
