import type { Pool } from "pg";
import { writeBlt } from "#domain/decisions/formats/blt-writer.ts";
import { writeTallyBundle } from "#domain/decisions/formats/bundle-writer.ts";
import { writeCsv } from "#domain/decisions/formats/csv-writer.ts";
import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { mayPublishOpened } from "#domain/decisions/secret/opened.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { BallotFormat } from "#wire/decision-results.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { inTransaction } from "../../../platform/database.ts";
import { mayHaveBallots } from "../may-have-ballots.ts";
import { decisionReport, type DecisionReport } from "../queries.ts";
import { type CountedBallots, readCounted } from "./read-counted.ts";

/** Names of options and the title are written in `language`. */
export type AskedFile = { decisionId: string; format: BallotFormat; language: Language };
export type BallotsFile = { fileName: string; mediaType: string; text: string };

const MEDIA_TYPES: Record<BallotFormat, string> = {
  blt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/**
 * In which files the ballots of an election may be had, none of them with a name: once it is
 * published, and where they are enough that no pattern tells whose it is (rules §3.5). BLT holds
 * ranks only. The totals of a resolution are all that its ballots say.
 */
export function downloadsOf({
  page,
  report,
}: Pick<DecisionReport, "page" | "report">): BallotFormat[] {
  if (report.method === "resolution") return [];
  if (page.phase !== "published" || page.rehearsal) return [];
  if (!mayPublishOpened(page.ballot.shape, report.ballots.counted)) return [];
  return page.ballot.shape === "rank" ? ["blt", "csv", "json"] : ["csv", "json"];
}

/** The ballots of a published count in one of the files that `downloadsOf` names. */
export async function ballotsFile(
  pool: Pool,
  actor: Actor,
  { decisionId, format, language }: AskedFile,
): Promise<Result<BallotsFile>> {
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  const { page } = counted.value;
  if (!mayHaveBallots(actor, page.assembly.id)) return refuse("not-allowed");
  if (!downloadsOf(counted.value).includes(format)) return refuse("not-found");
  const ballots = await inTransaction(pool, (client) => readCounted(client, decisionId));
  if (!ballots) return refuse("not-counted");
  const text = write(format, electionFile(page, ballots, language));
  if (text === undefined) return refuse("not-found");
  const fileName = `${page.assembly.slug}-${decisionId.slice(-12)}.${format}`;
  return ok({ fileName, mediaType: MEDIA_TYPES[format], text });
}

function electionFile(
  page: DecisionPage,
  { counting, profile, report }: CountedBallots,
  language: Language,
): ElectionFile {
  const title = inLanguage(page.title, language)?.value.replace(/\s+/g, " ");
  const seats = "seats" in report ? report.seats : undefined;
  return {
    ...(title ? { title } : {}),
    names: page.options.map(({ id, label }) => {
      return inLanguage(label, language)?.value.replace(/\s+/g, " ") ?? id;
    }),
    profile,
    shape: counting.ballot.shape,
    ...(seats === undefined ? {} : { seats }),
    method: counting.method,
    settings: counting.rule as JsonObject,
    ...(counting.tie ? { tie: counting.tie } : {}),
  };
}

function write(format: BallotFormat, file: ElectionFile): string | undefined {
  if (format === "csv") return writeCsv(file);
  if (format === "json") return `${writeTallyBundle(file)}\n`;
  const written = writeBlt(file);
  return written.ok ? written.value : undefined;
}
