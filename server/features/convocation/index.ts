import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { ConvocationPage } from "#wire/convocation.ts";
import { writeAudit } from "../../auth/audit.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { createPasses } from "../check-in/index.ts";
import { convocationCommands } from "./commands.ts";
import type { ConvocationFacts } from "./facts.ts";
import { lettersPage, lettersToPost } from "./letters.ts";
import { mailAddressees } from "./mail-addressees.ts";
import { convocationPage, openConvocation } from "./page.ts";
import { lettersCsv, proofCsv } from "./tables.ts";

/** Convening an assembly: the text, its mails and letters, and the proof of all of them. */
export function createConvocationFeature(platform: Platform) {
  const { pool } = platform;
  const passes = createPasses(platform);
  const looked = new Map<string, number>();

  /** A list of names with addresses is carried away: that leaves a line in the journal. */
  async function carryAway<T>(
    actor: Actor,
    slug: string,
    make: (facts: ConvocationFacts) => Promise<T>,
  ): Promise<Result<T>> {
    const opened = await openConvocation(platform, actor, slug, { sent: true });
    if (!opened.ok) return opened;
    const { facts, reader } = opened.value;
    const [subject, action] = [`assembly:${facts.id}`, "convocation.exported"] as const;
    await inTransaction(pool, (client) =>
      writeAudit(platform, client, { actorId: reader.personId, action, subject, reason: "" }),
    );
    return ok(await make(facts));
  }

  return {
    commands: convocationCommands(platform),
    page: async (actor: Actor, slug: string): Promise<Result<ConvocationPage>> => {
      const opened = await openConvocation(platform, actor, slug, { sent: false });
      return opened.ok ? ok(await convocationPage(platform, opened.value.facts)) : opened;
    },
    letters: (actor: Actor, { slug, page }: { slug: string; page: number }) =>
      carryAway(actor, slug, (facts) => lettersPage(platform, passes, facts, page)),
    lettersCsv: (actor: Actor, slug: string, language: Language) =>
      carryAway(actor, slug, async ({ id }) => {
        await passes.makeAll(id);
        return lettersCsv(passes, id, { rows: await lettersToPost(pool, id), language });
      }),
    proofCsv: (actor: Actor, slug: string, language: Language) =>
      carryAway(actor, slug, ({ id }) => proofCsv(pool, id, language)),
    /** Job process: mails of convocations that left, and of who was admitted since. */
    mailAddressees: () => mailAddressees(platform, passes, looked),
  };
}
