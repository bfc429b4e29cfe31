import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { MinutesFile, MinutesPage, ReconciledVote } from "#wire/minutes.ts";
import { withConnection } from "../../platform/database.ts";
import { maySee } from "../assembly/cards.ts";
import { unpublishedVotes } from "./freeze-minutes.ts";
import {
  draftOf,
  findAssemblyId,
  readAddenda,
  readMinutes,
  readSignatures,
  type StoredMinutes,
} from "./read-minutes.ts";
import { reconciledVotes } from "./reconcile-votes.ts";
import { capacityOf } from "./sign-minutes.ts";

/** The minutes as this reader may see them: a draft is for the bureau. */
export async function minutesPage(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<MinutesPage>> {
  return withMinutes(pool, actor, slug, async (client, stored, person) => {
    const { assembly, languages, language, texts, revision, frozen } = stored;
    const subject = assemblySubject(assembly.id);
    const write = can(actor, "minutes.write", subject);
    if (frozen) {
      const signatures = await readSignatures(client, assembly.id);
      const signed = signatures.some(({ personId }) => personId === person.personId);
      const sign = !signed && (await capacityOf(client, person, assembly.id)) !== undefined;
      return {
        assembly,
        languages,
        may: { write, sign },
        state: "frozen",
        document: frozen.document,
        hash: frozen.hash,
        frozenAt: frozen.at,
        addenda: await readAddenda(client, assembly.id),
        signatures: signatures.map(({ name, capacity, at }) => ({ name, capacity, at })),
        signed,
      };
    }
    const may = { write, sign: false };
    if (!language || !can(actor, "minutes.watch", subject)) {
      return { assembly, languages, may, state: "none" };
    }
    const { document, sections } = await draftOf(client, assembly.id, { language, texts });
    const waiting = {
      open: assembly.phase !== "closed",
      votes: await unpublishedVotes(client, assembly.id),
    };
    return { assembly, languages, may, state: "draft", revision, document, sections, waiting };
  });
}

/** The minutes to be carried away, a draft (for the bureau) without a fingerprint. */
export async function minutesFile(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<MinutesFile>> {
  const page = await minutesPage(pool, actor, slug);
  if (!page.ok) return page;
  switch (page.value.state) {
    case "none":
      return refuse("not-found");
    case "draft":
      return ok({ document: page.value.document, addenda: [], signatures: [] });
    case "frozen": {
      const { document, hash, frozenAt, addenda, signatures } = page.value;
      return ok({ document, hash, frozenAt, addenda, signatures });
    }
  }
}

type Client = Parameters<typeof readMinutes>[0];
type Person = Extract<Actor, { kind: "person" }>;

async function withMinutes<T>(
  pool: Pool,
  actor: Actor,
  slug: string,
  look: (client: Client, minutes: StoredMinutes, actor: Person) => Promise<T>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return withConnection(pool, async (client) => {
    const id = await findAssemblyId(client, slug);
    const minutes = id && (await readMinutes(client, id));
    if (!minutes || !maySee(actor, minutes.assembly)) return refuse("not-found");
    if (!can(actor, "minutes.read", assemblySubject(minutes.assembly.id))) {
      return refuse("not-allowed");
    }
    return ok(await look(client, minutes, actor));
  });
}

/** `/assembly/:slug/reconciliation`: votes whose count this reader may see. */
export type ReconciliationPage = {
  assembly: { slug: string; title: Translated };
  votes: ReconciledVote[];
};

export async function reconciliationPage(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<ReconciliationPage>> {
  return withMinutes(pool, actor, slug, async (client, { assembly }) => {
    const { id, title } = assembly;
    const sees = can(actor, "decision.see-uncounted", assemblySubject(id));
    const phases = sees ? ["closed", "counted", "published"] : ["published"];
    return { assembly: { slug, title }, votes: await reconciledVotes(client, id, phases) };
  });
}
