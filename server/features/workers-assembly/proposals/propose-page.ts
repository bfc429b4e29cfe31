import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposePage, Wording } from "#wire/proposal-pages.ts";
import type { ProposeFrom, SimilarSearch } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { allCities } from "./cards.ts";
import { similarTo } from "./similar.ts";
import { whyNot } from "./standing.ts";

/** Where one proposes, with what it begins from where it comes from something. */
export async function proposePage(
  platform: Platform,
  actor: Actor,
  slug: string,
  asked: ProposeFrom,
): Promise<Result<ProposePage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const personId = actor.kind === "person" ? actor.personId : null;
  const [head, cities, city, barred, from] = await Promise.all([
    editionHead(platform, actor, edition),
    allCities(pool),
    officeOf(pool, personId),
    whyNot(platform, pool, actor, edition),
    beginning(pool, edition, asked),
  ]);
  const why = edition.stage === "gathering" ? barred : "stage";
  return ok({ head, cities, city, ...(from ? { from } : {}), ...(why ? { why } : {}) });
}

async function officeOf(client: Client, personId: string | null): Promise<string> {
  const { rows } = await client.query<{ office: string }>(
    "SELECT coalesce(office_id, '') AS office FROM person WHERE id = $1",
    [personId],
  );
  return rows[0]?.office ?? "";
}

async function beginning(
  client: Client,
  edition: Edition,
  { demand, lab }: ProposeFrom,
): Promise<ProposePage["from"]> {
  if (demand) {
    const { rows } = await client.query<{ text: string; language: Language; theme: string }>(
      `SELECT d.text, d.language, d.theme FROM survey_demand d JOIN survey s ON s.id = d.survey_id
       WHERE d.id = $1 AND s.campaign_id = $2 AND s.phase = 'published'`,
      [demand, edition.campaignId],
    );
    return rows[0] && { demandId: demand, ...rows[0] };
  }
  if (!lab) return undefined;
  const { rows } = await client.query<{ text: string; language: Language }>(
    "SELECT title AS text, language FROM lab WHERE id = $1",
    [lab],
  );
  return rows[0] && { labId: lab, theme: "", ...rows[0] };
}

/** Proposals that resemble what is being typed. */
export async function similarProposals(
  { pool }: Platform,
  slug: string,
  search: SimilarSearch,
): Promise<Wording[]> {
  const edition = await findEdition(pool, slug);
  return edition ? similarTo(pool, edition.id, search) : [];
}
