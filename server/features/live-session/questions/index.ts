import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { type Action, assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QuestionAccount } from "#wire/questions.ts";
import type { Platform } from "../../../platform/platform.ts";
import { moderationLog } from "../queries.ts";
import { appealCases, moderationJournal } from "./desk-queries.ts";
import { finishBursts } from "./finish-bursts.ts";
import { accountOf, answersOf } from "./public-queries.ts";
import { remindOwners } from "./remind-owners.ts";

export type AssemblyHead = { id: string; slug: string; title: Translated };

/** Questions from before the assembly to the written answer, beside the live room. */
export function createQuestionsPart(platform: Platform) {
  const { pool, clock } = platform;
  const today = () => dayInBrussels(clock.now());

  /** The assembly of a page, where its reader may read it. */
  async function headOf(actor: Actor, slug: string, action: Action): Promise<Result<AssemblyHead>> {
    const { rows } = await pool.query<AssemblyHead & { phase: string }>(
      "SELECT id, slug, title, phase FROM assembly WHERE slug = $1",
      [slug],
    );
    const [row] = rows;
    if (!row || row.phase === "prepared") return refuse("not-found");
    const { id, title } = row;
    return can(actor, action, assemblySubject(id))
      ? ok({ id, slug, title })
      : refuse(actor.kind === "person" ? "not-allowed" : "not-signed-in");
  }

  return {
    finishBursts: () => finishBursts(platform),
    remindOwners: () => remindOwners(platform),

    answers: async (actor: Actor, slug: string) => {
      const head = await headOf(actor, slug, "assembly.read");
      if (!head.ok) return head;
      const page = await answersOf(pool, head.value.id, today());
      return ok({ assembly: head.value, today: today(), ...page });
    },

    account: async (actor: Actor, slug: string) => {
      const head = await headOf(actor, slug, "assembly.read");
      if (!head.ok) return head;
      const log = await moderationLog(pool, actor, head.value.id);
      if (!log.ok) return log;
      const account: QuestionAccount = { ...log.value, ...(await accountOf(pool, head.value.id)) };
      return ok({ assembly: head.value, account });
    },

    appeals: (actor: PersonActor, assemblyId: string) => appealCases(pool, actor, assemblyId),
    journal: async (actor: Actor, slug: string) => {
      const head = await headOf(actor, slug, "questions.read-journal");
      if (!head.ok) return head;
      return ok({ assembly: head.value, lines: await moderationJournal(pool, head.value.id) });
    },
  };
}
