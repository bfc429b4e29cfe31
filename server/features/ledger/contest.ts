import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { contested } from "#domain/ledger/life.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import { coordinates } from "../surveys/standing.ts";
import { type Client, type ItemRow, moveItem, onItem } from "./repository.ts";
import { answerersOf, peopleBehind, tellOfItem } from "./tell.ts";
import { decisionsToContest, editionOfItem } from "./workers-origin.ts";

type Contest = LedgerCommands["ledger.contest"];
type Basis = { contestedBy?: string; mandate?: string; decision?: string; decidedOn?: string };

/**
 * The assembly contests an answer, once and with reasons: a second one is owed. What working groups
 * asked for is contested by those who lead the assembly's work. What an assembly of workers asked for
 * is contested by that assembly alone: its coordination carries the decision it took or, between two
 * meetings, says which mandate it was given (rules 5.7).
 */
export function contestAnswer(
  platform: Platform,
  actor: Actor,
  asked: Contest,
): Promise<Result<null>> {
  const { itemId, reason } = asked;
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    const basis = await basisOf(platform, client, { item, by, asked });
    if (!basis.ok) return basis;
    const now = platform.clock.now();
    const to = contested(item, item.contested, dayInBrussels(now));
    if (!to.ok) return to;
    const { contestedBy = null, ...said } = basis.value;
    await client.query("UPDATE ledger_item SET contested = true, contested_by = $2 WHERE id = $1", [
      itemId,
      contestedBy,
    ]);
    const words = { reason, language: by.language, ...said };
    // Who carries it for workers stands in no line of the ledger.
    const actorId = item.ofWorkers ? undefined : by.personId;
    await moveItem(client, itemId, { event: "contested", to: to.value, words, actorId, now });
    const told = {
      kind: "ledger-contested",
      about: "",
      urgency: "soon",
      by: by.personId,
    } as const;
    const answerers = await answerersOf(client, item.addressee, now);
    const behind = await peopleBehind(client, itemId);
    await tellOfItem(platform, client, item, told, [...new Set([...answerers, ...behind])]);
    return ok(null);
  });
}

type Case = { item: ItemRow; by: PersonActor; asked: Contest };

/** Whether this person may contest it, and what they contest it by. */
async function basisOf(
  platform: Platform,
  client: Client,
  { item, by, asked: { decisionId, mandate } }: Case,
): Promise<Result<Basis>> {
  if (!item.ofWorkers) {
    return can(by, "ledger.contest", COOPERATIVE) ? ok({}) : refuse("not-allowed");
  }
  const edition = await editionOfItem(client, item.id);
  if (!edition) return refuse("not-allowed");
  const may = await coordinates(platform, by, edition.campaignId, client);
  if (!may) return refuse("not-allowed");
  if (!decisionId) return mandate === "" ? refuse("ledger-mandate-missing") : ok({ mandate });
  // Held, so that it neither carries a second contest nor is annulled meanwhile.
  await client.query("SELECT FROM decision WHERE id = $1 FOR NO KEY UPDATE", [decisionId]);
  const { campaignId } = edition;
  const fit = await decisionsToContest(client, { campaignId, itemId: item.id });
  const decision = fit.find(({ id }) => id === decisionId);
  if (!decision) return refuse("ledger-decision-unfit");
  const title = inLanguage(decision.titles, by.language)?.value ?? "";
  return ok({ contestedBy: decisionId, decision: title, decidedOn: decision.on });
}
