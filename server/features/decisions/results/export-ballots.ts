import type { Pool } from "pg";
import { writeBlt } from "#domain/decisions/formats/blt-writer.ts";
import { writeTallyBundle } from "#domain/decisions/formats/bundle-writer.ts";
import { writeCsv } from "#domain/decisions/formats/csv-writer.ts";
import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { mayPublishOpened } from "#domain/decisions/secret/opened.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { inTransaction } from "../../../platform/database.ts";
import { decisionReport } from "../queries.ts";
import { lockDecision } from "../repository.ts";
import { type CountedBallots, readCounted } from "./counted-ballots.ts";

const BALLOT_FORMATS = ["blt", "csv", "json"] as const;
export type BallotFormat = (typeof BALLOT_FORMATS)[number];

/**
 * In which formats the ballots may be had one by one, without names: none where there are too few of
 * them, since a pattern over several options can be somebody's fingerprint (rules §3.5).
 */
export async function publishedFormats(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<BallotFormat[]>> {
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  const { page, report } = counted.value;
  if (report.method === "resolution") return ok([]);
  const { counted: ballots } = report.ballots;
  if (!mayPublishOpened(page.ballot.shape, ballots)) return ok([]);
  return ok(page.ballot.shape === "rank" ? [...BALLOT_FORMATS] : ["csv", "json"]);
}

export type BallotFile = { fileName: string; type: string; text: string };

const TYPES: Record<BallotFormat, string> = {
  blt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** The ballots as a file, where they may be published. */
export async function exportBallots(
  pool: Pool,
  actor: Actor,
  decisionId: string,
  asked: string,
): Promise<Result<BallotFile>> {
  const formats = await publishedFormats(pool, actor, decisionId);
  if (!formats.ok) return formats;
  const format = formats.value.find((known) => known === asked);
  if (!format) return refuse("not-found");
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  const { page } = counted.value;
  const ballots = await inTransaction(pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    return decision && readCounted(client, decision);
  });
  if (!ballots) return refuse("not-found");
  const text = write(fileOf(page, ballots), format);
  if (text === undefined) return refuse("not-found");
  const fileName = `${page.assembly.slug}-${decisionId.slice(-12)}.${format}`;
  return ok({ fileName, type: TYPES[format], text });
}

function fileOf(page: DecisionPage, { counting, profile }: CountedBallots): ElectionFile {
  const { method, rule, tie } = counting;
  const oneLine = (text: string | undefined) => text?.replace(/\s+/g, " ");
  const title = oneLine(inLanguage(page.title, "fr")?.value);
  return {
    ...(title ? { title } : {}),
    names: page.options.map(({ id, label }) => oneLine(inLanguage(label, "fr")?.value) ?? id),
    profile,
    method,
    settings: rule as JsonObject,
    ...(typeof rule["seats"] === "number" ? { seats: rule["seats"] } : {}),
    ...(tie ? { tie } : {}),
  };
}

function write(file: ElectionFile, format: BallotFormat): string | undefined {
  if (format === "csv") return writeCsv(file);
  if (format === "json") return writeTallyBundle(file);
  const blt = writeBlt(file);
  return blt.ok ? blt.value : undefined;
}
