import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ConvocationPage } from "#wire/convocation.ts";
import { writeAudit } from "../../auth/audit.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { createWayInKeys } from "../check-in/way-in-keys.ts";
import { addresseeCounts, expectedAddressees } from "./addressees.ts";
import { convocationCommands } from "./commands.ts";
import { type ConvocationFacts, convocationFacts, daysOf, questionsUntil } from "./facts.ts";
import { lettersPage, lettersToPost, makeLettersPasses } from "./letters.ts";
import { mailAddressees } from "./mail-addressees.ts";
import { lettersCsv, proofCsv } from "./tables.ts";
import { convocationTexts, sealOf } from "./words.ts";

/** Convening an assembly: the text, its mails and letters, and the proof of all of them. */
export function createConvocationFeature(platform: Platform) {
  const { pool, clock, env } = platform;
  const keys = createWayInKeys(createSealing(env));
  const looked = new Map<string, number>();

  /** The facts for who convenes; `sent`: only of a convocation that left. */
  async function open(
    actor: Actor,
    slug: string,
    { sent }: { sent: boolean },
  ): Promise<Result<{ facts: ConvocationFacts; reader: PersonActor }>> {
    if (actor.kind !== "person") return refuse("not-signed-in");
    const facts = await convocationFacts(pool, "slug", slug);
    if (!facts) return refuse("not-found");
    if (!can(actor, "assembly.prepare", assemblySubject(facts.id))) return refuse("not-allowed");
    return sent && !facts.sent ? refuse("not-found") : ok({ facts, reader: actor });
  }

  /** Who took a list of names with addresses away, and which. */
  async function journal({ personId }: PersonActor, assemblyId: string): Promise<void> {
    await inTransaction(pool, (client) =>
      writeAudit(platform, client, {
        actorId: personId,
        action: "convocation.exported",
        subject: `assembly:${assemblyId}`,
        reason: "",
      }),
    );
  }

  return {
    commands: convocationCommands(platform),
    page: async (actor: Actor, slug: string): Promise<Result<ConvocationPage>> => {
      const opened = await open(actor, slug, { sent: false });
      return opened.ok ? ok(await pageOf(opened.value.facts)) : opened;
    },
    letters: async (actor: Actor, input: { slug: string; page: number }) => {
      const opened = await open(actor, input.slug, { sent: true });
      if (!opened.ok) return opened;
      await journal(opened.value.reader, opened.value.facts.id);
      return ok(await lettersPage(platform, keys, opened.value.facts, input.page));
    },
    lettersCsv: async (actor: Actor, slug: string, language: Language) => {
      const opened = await open(actor, slug, { sent: true });
      if (!opened.ok) return opened;
      const { id } = opened.value.facts;
      await journal(opened.value.reader, id);
      await makeLettersPasses(platform, keys, id);
      return ok(lettersCsv(platform, keys, id, { rows: await lettersToPost(pool, id), language }));
    },
    proofCsv: async (actor: Actor, slug: string, language: Language) => {
      const opened = await open(actor, slug, { sent: true });
      if (!opened.ok) return opened;
      await journal(opened.value.reader, opened.value.facts.id);
      return ok(await proofCsv(pool, opened.value.facts.id, language));
    },
    /** Job process: mails of convocations that left, and of who was admitted since. */
    mailAddressees: () => mailAddressees(platform, keys, looked),
  };

  async function pageOf(facts: ConvocationFacts): Promise<ConvocationPage> {
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
          }
        : { kind: "draft", expected: await expectedAddressees(pool, whose) },
    };
  }
}
