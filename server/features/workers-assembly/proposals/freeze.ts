import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { frozenHash, frozenText } from "#domain/workers-assembly/frozen-list.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { Random } from "../../../platform/random.ts";
import { type Edition, noteOn, onEdition } from "../edition.ts";
import { closeRoll } from "../organise/close-roll.ts";
import { frozenList } from "./frozen.ts";
import { lapseMerges } from "./merge.ts";

/**
 * Freezes the list: the roll is closed before it is published (rules 3.4), every open proposal has a
 * number for ever, and the hash of the list is published. Nothing changes on it afterwards.
 */
export function freezeList(
  platform: Platform,
  actor: Actor,
  { slug }: ProposalCommands["proposal.freeze"],
): Promise<Result<{ hash: string }>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    const now = platform.clock.now();
    await lapseMerges(platform, client, { editionId: edition.id });
    if ((await giveNumbers(client, edition, platform.random)) === 0) {
      return refuse("proposal-list-empty");
    }
    await closeRoll(client, edition, now);
    const hash = await frozenHash(frozenText(slug, await frozenList(client, edition.id)));
    await client.query(
      `UPDATE workers_assembly SET stage = 'frozen', list_hash = $2, frozen_on = $3,
         revision = revision + 1 WHERE id = $1`,
      [edition.id, hash, dayInBrussels(now)],
    );
    await noteOn(client, {
      actorId: by.personId,
      action: "proposal.list-frozen",
      editionId: edition.id,
      reason: hash,
      at: now,
    });
    return ok({ hash });
  });
}

/** By theme, and within a theme in an order of chance: a number says nothing of when or by whom. */
async function giveNumbers(client: PoolClient, edition: Edition, random: Random): Promise<number> {
  const { rows } = await client.query<{ id: string; theme: string }>(
    `SELECT id, theme FROM proposal WHERE workers_assembly_id = $1 AND state = 'open' ORDER BY id`,
    [edition.id],
  );
  const themes = edition.themes.map(({ id }) => id);
  const ids = shuffled(rows, random)
    .sort((one, other) => themes.indexOf(one.theme) - themes.indexOf(other.theme))
    .map(({ id }) => id);
  await client.query(
    `UPDATE proposal p SET number = given.number, supports = (SELECT count(*) FROM proposal_person b
       WHERE b.proposal_id = p.id AND b.part = 'supporter')
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, number) WHERE p.id = given.id`,
    [ids],
  );
  return ids.length;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
