import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { DEMANDS } from "../../prisma/seed/ledger-demands.ts";
import { seededRandom } from "../support/fixed.ts";

type Random = ReturnType<typeof seededRandom>;
type Written = { language: string; sentence: string; paragraph: string };

const LANGUAGES = ["fr", "nl", "de"];
const SYLLABLES = ["ba", "co", "du", "fre", "gi", "lan", "mo", "ner", "pi", "sto", "tra", "vel"];
/** Words beside those of the demo's demands: as many as 5,000 people would bring along. */
const RARE_WORDS = 6_000;
/** One in so many says what another says, in nearly the same words. */
const ALIKE = 12;

/**
 * Fills an edition that gathers proposals, every third with a reviewed rendering in another
 * language; the same texts each time. Returns them as written.
 */
export async function fillWall(pool: Pool, slug: string, count: number): Promise<Written[]> {
  const random = seededRandom(count);
  const proposals: (Written & { id: string })[] = [];
  for (let at = 0; at < count; at += 1) {
    const other = at % ALIKE === ALIKE - 1 ? proposals[random.below(at)] : undefined;
    const written = other ? nearly(other, random) : anew(random, LANGUAGES[random.below(3)]!);
    proposals.push({ id: randomUUID(), ...written });
  }
  const renderings = proposals.flatMap(({ id, language }, at) =>
    at % 3 === 0
      ? [{ id, ...anew(random, LANGUAGES[(LANGUAGES.indexOf(language) + 1) % 3]!) }]
      : [],
  );
  await pool.query(
    `INSERT INTO proposal (id, workers_assembly_id, kind, theme, city, language, sentence, paragraph,
       proposed_on)
     SELECT w.id, a.id, 'demand', c.themes->(at % jsonb_array_length(c.themes))->>'id',
       c.offices[1 + at % cardinality(c.offices)], w.language, w.sentence, w.paragraph, a.created_on
     FROM workers_assembly a JOIN campaign c ON c.id = a.campaign_id,
       (SELECT *, row_number() OVER ()::int AS at FROM jsonb_to_recordset($2::jsonb)
          AS one (id uuid, language text, sentence text, paragraph text)) w
     WHERE a.slug = $1`,
    [slug, JSON.stringify(proposals)],
  );
  await pool.query(
    `INSERT INTO proposal_text (proposal_id, language, sentence, paragraph, of_revision, written_by,
       reviewed_by)
     SELECT w.id, w.language, w.sentence, w.paragraph, 0, people.ids[1], people.ids[2]
     FROM (SELECT array_agg(id) AS ids FROM (SELECT id FROM person ORDER BY id LIMIT 2) two) people,
       jsonb_to_recordset($1::jsonb) AS w (id uuid, language text, sentence text, paragraph text)`,
    [JSON.stringify(renderings)],
  );
  await pool.query("ANALYZE proposal, proposal_text");
  return [...proposals, ...renderings];
}

/** Items of the demo's ledger again and again, each with the whole history of its model. */
export async function fillLedger(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `WITH model AS (
       SELECT *, row_number() OVER (ORDER BY number) - 1 AS place, count(*) OVER () AS many
       FROM ledger_item WHERE state IN ('waiting', 'answered')
     ), copy AS MATERIALIZED (
       SELECT gen_random_uuid() AS copy_id, model.*
       FROM generate_series(1, $1::int) AS one JOIN model ON place = one % many
     ), item AS (
       INSERT INTO ledger_item (id, kind, origin_feature, origin_id, language, title, text, sections,
         theme, city, group_id, debated, state, addressee, outcome, progress, due_on, promised_on,
         entered_at, contested, reminded)
       SELECT copy_id, kind, 'ledger', copy_id::text, language, title, text, sections, theme, city,
         group_id, debated, state, addressee, outcome, progress, due_on, promised_on, entered_at,
         contested, reminded FROM copy
     )
     INSERT INTO ledger_move (item_id, event, state, addressee, outcome, progress, due_on,
       promised_on, words, actor_id, at)
     SELECT copy_id, m.event, m.state, m.addressee, m.outcome, m.progress, m.due_on, m.promised_on,
       m.words, m.actor_id, m.at
     FROM copy JOIN ledger_move m ON m.item_id = copy.id ORDER BY m.id`,
    [count],
  );
  await pool.query("ANALYZE ledger_item, ledger_move");
}

/** A text of its own: half of it words that many use, half of it rarer and rarer ones. */
function anew(random: Random, language: string): Written {
  const words = (count: number) => Array.from({ length: count }, () => anyWord(random, language));
  return {
    language,
    sentence: words(14).join(" ").slice(0, 200),
    paragraph: words(70).join(" ").slice(0, 1_200),
  };
}

function nearly({ language, sentence, paragraph }: Written, random: Random): Written {
  const change = (text: string) =>
    text
      .split(" ")
      .map((word) => (random.below(5) === 0 ? anyWord(random, language) : word))
      .join(" ");
  return {
    language,
    sentence: change(sentence).slice(0, 200),
    paragraph: change(paragraph).slice(0, 1_200),
  };
}

function anyWord(random: Random, language: string): string {
  const common = COMMON.get(language) ?? [];
  if (common.length > 0 && random.below(2) === 0) return common[random.below(common.length)]!;
  // As words are spread in any language: the second half as often as the first tenth, or less.
  const rank = Math.floor(RARE_WORDS ** (random.below(10_000) / 10_000));
  const syllable = (of: number) => SYLLABLES[of % SYLLABLES.length]!;
  return syllable(rank) + syllable(Math.floor(rank / 12)) + syllable(Math.floor(rank / 144)) + "s";
}

const COMMON = new Map(
  LANGUAGES.map((language) => [
    language,
    DEMANDS.filter((demand) => demand.language === language).flatMap(({ title, text }) =>
      `${title} ${text}`.split(/\s+/),
    ),
  ]),
);
