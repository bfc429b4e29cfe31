import type { Pool } from "pg";
import { formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { table } from "../../platform/csv-table.ts";
import type { Passes } from "../check-in/index.ts";
import { type LetterRow, passAddress } from "./letters.ts";

/** The list of letters for whoever prints them: a line each, with the address of the pass. */
export function lettersCsv(
  passes: Passes,
  assemblyId: string,
  { rows, language }: { rows: readonly LetterRow[]; language: Language },
): string {
  const { t } = translator(language);
  const say = (key: string) => t(`convocation:columns.${key}`);
  return table(
    ["registerNo", "name", "postal", "language", "why", "pass"].map(say),
    rows.map((row) => [
      row.registerNo ?? "",
      row.name,
      row.postal.replaceAll("\n", ", "),
      row.language,
      t(`convocation:why.${row.outcome ?? "no-address"}`),
      passAddress(passes, assemblyId, row) ?? "",
    ]),
  );
}

type ProofRow = {
  registerNo: string | null;
  name: string;
  capacity: string;
  channel: string;
  language: string;
  address: string;
  textHash: string;
  frozenAt: Date;
  writtenAt: Date | null;
  outcome: string | null;
  outcomeAt: Date | null;
  postedAt: Date | null;
  postedTo: string | null;
};

/** The proof: everybody with the way, the address, the text's hash, the hours and the outcome. */
export async function proofCsv(
  pool: Pool,
  assemblyId: string,
  language: Language,
): Promise<string> {
  const { t } = translator(language);
  const say = (key: string) => t(`convocation:columns.${key}`);
  const at = (instant: Date | null) => (instant ? formatDateTime(language, instant) : "");
  const { rows } = await pool.query<ProofRow>(
    `SELECT p.register_no AS "registerNo", btrim(p.given_name || ' ' || p.family_name) AS name,
       a.capacity, a.channel, a.language, a.address, a.text_hash AS "textHash",
       a.frozen_at AS "frozenAt", a.written_at AS "writtenAt", a.outcome,
       a.outcome_at AS "outcomeAt", a.posted_at AS "postedAt", a.posted_to AS "postedTo"
     FROM convocation_addressee a JOIN person p ON p.id = a.person_id
     WHERE a.assembly_id = $1 ORDER BY p.register_no, p.id`,
    [assemblyId],
  );
  return table(
    [
      "registerNo",
      "name",
      "capacity",
      "channel",
      "language",
      "address",
      "frozenAt",
      "writtenAt",
      "outcome",
      "outcomeAt",
      "postedAt",
      "postedTo",
      "textHash",
    ].map(say),
    rows.map((row) => [
      row.registerNo ?? "",
      row.name,
      t(`convocation:capacity.${row.capacity}`),
      t(`convocation:channel.${row.channel}`),
      row.language,
      row.address.replaceAll("\n", ", "),
      at(row.frozenAt),
      at(row.writtenAt),
      row.outcome ? t(`convocation:outcome.${row.outcome}`) : "",
      at(row.outcomeAt),
      at(row.postedAt),
      (row.postedTo ?? "").replaceAll("\n", ", "),
      row.textHash,
    ]),
  );
}
