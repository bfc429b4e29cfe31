import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposePage, Wording } from "#wire/proposal-pages.ts";
import type { ProposeFrom, SimilarSearch } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, editionHead, findEdition } from "../edition.ts";
import { allCities } from "./cards.ts";
import { beginningOf } from "./given-sources.ts";
import { similarTo } from "./similar.ts";
import { whyNot } from "./standing.ts";

/** Where one proposes, with what it begins from where it comes from something. */
export async function proposePage(
  platform: Platform,
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
  asked: ProposeFrom,
): Promise<Result<ProposePage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const by = actor.kind === "person" ? actor : undefined;
  const to = { edition, language, now: platform.clock.now() };
  const [head, cities, city, barred, from] = await Promise.all([
    editionHead(platform, actor, edition),
    allCities(pool),
    officeOf(pool, by?.personId ?? null),
    whyNot(platform, pool, actor, edition),
    by && beginningOf(pool, asked, { ...to, by }),
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

/** Proposals that resemble what is being typed. */
export async function similarProposals(
  { pool }: Platform,
  slug: string,
  search: SimilarSearch,
): Promise<Wording[]> {
  const edition = await findEdition(pool, slug);
  return edition ? similarTo(pool, edition.id, search) : [];
}
