import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DayPage, DayVote } from "#wire/workers-day-pages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { dayStanding } from "./access.ts";
import { debateCards } from "./cards.ts";
import { lackingOf } from "./lacking.ts";

/** Rooms and hours of the day, where each debate stands, and its two votes. */
export async function dayPage(
  platform: Platform,
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
): Promise<Result<DayPage>> {
  const { pool } = platform;
  if (actor.kind !== "person") return refuse("not-signed-in");
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const standing = await dayStanding(platform, pool, actor, edition);
  const [head, debates, votes] = await Promise.all([
    editionHead(platform, actor, edition),
    debateCards(pool, { editionId: edition.id, me: actor.personId, language }),
    votesOf(pool, edition),
  ]);
  const { speaks, leads, coordinates } = standing;
  return ok({
    head,
    debates,
    ...votes,
    rights: {
      enter: speaks || leads || coordinates || debates.some(({ mine }) => mine),
      coordinate: coordinates,
    },
    ...(coordinates ? { lacking: await lackingOf(pool, edition) } : {}),
  });
}

async function votesOf(
  client: Client,
  { adoptionId, gradingId }: Edition,
): Promise<Pick<DayPage, "adoption" | "grading">> {
  const { rows } = await client.query<DayVote>(
    `SELECT id AS "decisionId", phase FROM decision WHERE id = ANY($1::uuid[])`,
    [[adoptionId, gradingId].filter(Boolean)],
  );
  const find = (id: string | undefined) => rows.find(({ decisionId }) => decisionId === id);
  const [adoption, grading] = [find(adoptionId), find(gradingId)];
  return { ...(adoption ? { adoption } : {}), ...(grading ? { grading } : {}) };
}
