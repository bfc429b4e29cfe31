import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ConvocationPage } from "#wire/convocation.ts";
import type { Platform } from "../../platform/platform.ts";
import { addresseeCounts, expectedAddressees } from "./addressees.ts";
import { correctableVotes } from "./errata.ts";
import { errataOf } from "./errata-sql.ts";
import { type ConvocationFacts, convocationFacts, daysOf, questionsUntil } from "./facts.ts";
import { convocationTexts, sealOf } from "./words.ts";

/** The facts for who prepares the assembly; `sent`: only of a convocation that left. */
export async function openConvocation(
  { pool }: Pick<Platform, "pool">,
  actor: Actor,
  slug: string,
  { sent }: { sent: boolean },
): Promise<Result<{ facts: ConvocationFacts; reader: PersonActor }>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const facts = await convocationFacts(pool, "slug", slug);
  if (!facts) return refuse("not-found");
  if (!can(actor, "assembly.convene", assemblySubject(facts.id))) return refuse("not-allowed");
  return sent && !facts.sent ? refuse("not-found") : ok({ facts, reader: actor });
}

/** Dates, texts, and where it stands: to be sent, or what became of it. */
export async function convocationPage(
  { pool, clock, env }: Platform,
  facts: ConvocationFacts,
): Promise<ConvocationPage> {
  const { id, slug, title, day, phase, words, revision, sent } = facts;
  const now = clock.now();
  const texts = { ...convocationTexts(facts, env.publicUrl), ...sent?.texts };
  const until = questionsUntil(facts);
  const whose = { assemblyId: id, day };
  return {
    assembly: { id, slug, title, day, phase },
    days: { today: dayInBrussels(now), ...daysOf(facts) },
    ...(until ? { questionsUntil: until } : {}),
    words,
    revision,
    texts,
    seal: sealOf(texts),
    state: sent
      ? {
          kind: "sent",
          at: sent.at,
          by: sent.by,
          hashes: sent.hashes as Record<Language, string>,
          counts: await addresseeCounts(pool, whose),
          asOf: now.getTime(),
          errata: await errataOf(pool, id),
          votes: await correctableVotes(pool, id),
        }
      : { kind: "draft", expected: await expectedAddressees(pool, whose) },
  };
}
