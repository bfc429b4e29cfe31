import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { City, ProposalCard } from "#wire/proposal-pages.ts";
import type { Client } from "../edition.ts";

/**
 * SQL: proposals `p` as cards: $1 the reader (or null), $2 their language. Supports are told once the
 * list is frozen alone, or people would follow one another (rules 3.4).
 */
export const CARD = `
  p.id, p.number, p.kind, p.theme, p.city, p.also_themes AS "alsoThemes",
  p.also_cities AS "alsoCities", p.language, p.state, p.chosen_place AS "chosenPlace",
  coalesce(t.language, p.language) AS "shownIn", coalesce(t.sentence, p.sentence) AS sentence,
  coalesce(t.paragraph, p.paragraph) AS paragraph,
  CASE WHEN p.number IS NOT NULL THEN p.supports END AS supports, mine.part AS mine`;

/** SQL: what a card needs besides: the text in the reader's language where it was reviewed in it. */
export const CARD_JOINS = `
  LEFT JOIN proposal_text t ON t.proposal_id = p.id AND t.language = $2 AND p.language <> $2
    AND t.reviewed_by IS NOT NULL AND t.of_revision = p.revision
  LEFT JOIN proposal_person mine ON mine.proposal_id = p.id AND mine.person_id = $1`;

export type CardRow = { [K in keyof Required<ProposalCard>]: Required<ProposalCard>[K] | null };

export const cardOf = <T extends object>(row: T): ProposalCard =>
  withoutNulls(row) as unknown as ProposalCard;

export type Reader = { personId: string | null; language: Language };

/** Offices by name: where proposals come from. */
export async function allCities(client: Client): Promise<City[]> {
  const { rows } = await client.query<City>("SELECT id, name FROM office ORDER BY name");
  return rows;
}

/** SQL: proposal `p` as a wording among others, in the language it was written in. */
export const WORDING = (p: string) =>
  `json_build_object('id', ${p}.id, 'kind', ${p}.kind, 'theme', ${p}.theme, 'language', ${p}.language, 'sentence', ${p}.sentence,
    'paragraph', ${p}.paragraph, 'city', ${p}.city)`;
