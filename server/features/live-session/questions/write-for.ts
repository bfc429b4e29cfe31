import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { answerCommand } from "../../../platform/command-context.ts";
import type { Platform } from "../../../platform/platform.ts";
import { MEMBERS_ON_A_DAY } from "../../membership/members-sql.ts";
import { changeSession } from "../change-session.ts";
import { insertQuestion, placeOfQuestion } from "../question-box.ts";
import type { AssemblyRow } from "../repository.ts";
import { mayAskByRight, type WriteInput } from "../write-question.ts";

type WriteForInput = Omit<WriteInput, "unstored"> & {
  /** Register number or mail address of whoever is named on the paper. */
  asker?: string | undefined;
};

/**
 * Enters what somebody said or wrote on paper at a stop, also while the box for members is closed. A
 * statutory question needs a member who is found in the register (rules §1.7); any other may come
 * without a name. A moderator still reads it like every question.
 */
export async function writeFor(
  platform: Platform,
  actor: Actor,
  input: WriteForInput,
  commandId: string,
): Promise<Result<{ questionId: string }>> {
  const { assemblyId, kind } = input;
  answerCommand({ questionId: commandId });
  const change = { action: "question.write-for", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    const place = await placeOfQuestion(client, assembly, input);
    if (!place.ok) return place;
    const now = platform.clock.now();
    const asker = input.asker ? await findAsker(client, input.asker, now) : undefined;
    if (input.asker && !asker) return refuse("asker-unknown");
    if (kind === "statutory") {
      const objection = await statutoryObjection(client, assembly, asker);
      if (objection) return refuse(objection);
    }
    await insertQuestion(client, {
      ...input,
      ...place.value,
      id: commandId,
      enteredBy: personId,
      ...(asker ? { authorId: asker.personId } : {}),
      createdAt: now,
    });
    return ok({
      value: { questionId: commandId },
      persons: asker ? [asker.personId] : [],
    });
  });
}

type Asker = Pick<PersonActor, "personId" | "isMember">;

/** Why this cannot be asked by right, if so: no statute reaches an assembly of workers. */
async function statutoryObjection(
  client: PoolClient,
  assembly: AssemblyRow,
  asker: Asker | undefined,
): Promise<RefusalCode | undefined> {
  if (isApart(assembly.id)) return "bad-input";
  if (!asker) return "name-needed";
  return (await mayAskByRight(client, assembly, asker)) ? undefined : "asker-unknown";
}

async function findAsker(client: PoolClient, asker: string, now: Date): Promise<Asker | undefined> {
  const { rows } = await client.query<{ personId: PersonId }>(
    'SELECT id AS "personId" FROM person WHERE register_no = $1 OR email = lower($1) LIMIT 1',
    [asker],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { rowCount } = await client.query(
    `SELECT FROM (${MEMBERS_ON_A_DAY}) AS member WHERE person_id = $3`,
    [found.personId, dayInBrussels(now), found.personId],
  );
  return { ...found, isMember: rowCount === 1 };
}
