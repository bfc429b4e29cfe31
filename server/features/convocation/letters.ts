import type { Pool } from "pg";
import { translator } from "#app/i18n/server.ts";
import { isLanguage, LANGUAGES } from "#domain/kernel/languages.ts";
import type { ConvocationLetter, LettersPage } from "#wire/convocation.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Passes } from "../check-in/index.ts";
import { BY_LETTER } from "./addressees.ts";
import type { ConvocationFacts } from "./facts.ts";
import { convocationTexts } from "./words.ts";

/** Letters on one page: what a browser prints without a pause. */
const AT_ONCE = 50;

export type LetterRow = {
  personId: string;
  registerNo: string | null;
  name: string;
  postal: string;
  language: string;
  serial: number | null;
  /** Why it is a letter: no address, or what became of the mail. */
  outcome: string | null;
};

/** Letters that were not handed to the post yet; all of them, or one page of them. */
export async function lettersToPost(
  pool: Pool,
  assemblyId: string,
  page?: number,
): Promise<LetterRow[]> {
  const { rows } = await pool.query<LetterRow>(
    `SELECT a.person_id AS "personId", p.register_no AS "registerNo", a.language, a.outcome,
       e.serial, CASE WHEN a.channel = 'post' THEN a.address ELSE p.postal END AS postal,
       btrim(p.given_name || ' ' || p.family_name) AS name
     FROM convocation_addressee a JOIN person p ON p.id = a.person_id
     LEFT JOIN entry_pass e ON e.assembly_id = a.assembly_id AND e.person_id = a.person_id
     WHERE a.assembly_id = $1 AND ${BY_LETTER} AND a.posted_at IS NULL
     ORDER BY a.person_id LIMIT $2 OFFSET $3`,
    [assemblyId, page === undefined ? null : AT_ONCE, ((page ?? 1) - 1) * AT_ONCE],
  );
  return rows;
}

async function countLetters(pool: Pool, assemblyId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM convocation_addressee a
     WHERE a.assembly_id = $1 AND ${BY_LETTER} AND a.posted_at IS NULL`,
    [assemblyId],
  );
  return rows[0]?.count ?? 0;
}

/** Where the pass of a letter leads; undefined for who has none: an organisation. */
export function passAddress(
  passes: Passes,
  assemblyId: string,
  { personId, serial }: Pick<LetterRow, "personId" | "serial">,
): string | undefined {
  return serial === null ? undefined : passes.addressOf(assemblyId, personId, serial);
}

/** One page of letters, as they are printed. */
export async function lettersPage(
  platform: Platform,
  passes: Passes,
  facts: ConvocationFacts,
  asked: number,
): Promise<LettersPage> {
  const { id, slug, title, day, phase } = facts;
  await passes.makeAll(id);
  const total = await countLetters(platform.pool, id);
  const pages = Math.max(1, Math.ceil(total / AT_ONCE));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = await lettersToPost(platform.pool, id, page);
  const texts = { ...convocationTexts(facts, platform.env.publicUrl), ...facts.sent?.texts };
  const letters = rows.map((row): ConvocationLetter => {
    const pass = passAddress(passes, id, row);
    const language = isLanguage(row.language) ? row.language : LANGUAGES[0];
    return {
      name: row.name,
      address: row.postal.split("\n").filter(Boolean),
      language,
      ...(pass
        ? {
            pass: {
              words: translator(language).t("convocation:letters.pass"),
              address: pass,
              qr: passes.pictureOf(pass),
            },
          }
        : {}),
    };
  });
  return { assembly: { id, slug, title, day, phase }, texts, letters, page, pages, total };
}
