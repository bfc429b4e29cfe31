import type { MajorityJudgmentReport } from "#domain/decisions/methods/majority-judgment.ts";
import type {
  CandidateVotes,
  PerCandidateReport,
} from "#domain/decisions/methods/per-candidate.ts";
import type { Client } from "../edition.ts";

/** The count of a vote, once it is published; what was annulled counts for nothing. */
async function publishedReport<Report>(
  client: Client,
  decisionId: string,
): Promise<Report | undefined> {
  const { rows } = await client.query<{ report: Report }>(
    `SELECT t.report FROM decision d JOIN tally t ON t.decision_id = d.id
     WHERE d.id = $1 AND d.phase = 'published' AND d.annulled_at IS NULL`,
    [decisionId],
  );
  return rows[0]?.report;
}

/** Votes on each text by option, once published. */
export async function votesIn(
  client: Client,
  decisionId: string,
): Promise<Map<string, CandidateVotes> | undefined> {
  const report = await publishedReport<PerCandidateReport>(client, decisionId);
  return report && new Map(report.detail.candidates.map((one) => [one.option, one]));
}

/** The options with more for than against among votes cast: abstentions stand apart (V1). */
export async function adoptedIn(
  client: Client,
  decisionId: string,
): Promise<Set<string> | undefined> {
  const votes = await votesIn(client, decisionId);
  return votes && new Set([...votes.values()].filter((it) => it.eligible).map((it) => it.option));
}

/** How a text was graded: ballots by grade from the worst, the majority grade, and its place. */
export type Grading = { grades: readonly number[]; median?: number; place: number };

/** Grades by option, once published; what majority judgment finds equal shares a place. */
export async function gradesIn(
  client: Client,
  decisionId: string,
): Promise<Map<string, Grading> | undefined> {
  const report = await publishedReport<MajorityJudgmentReport>(client, decisionId);
  if (!report) return undefined;
  const profiles = new Map(report.detail.profiles.map((one) => [one.option, one]));
  const graded = new Map<string, Grading>();
  for (const group of report.order) {
    const place = graded.size + 1;
    for (const option of group) {
      const { grades, median } = profiles.get(option)!;
      graded.set(option, { grades, place, ...(median === undefined ? {} : { median }) });
    }
  }
  return graded;
}
