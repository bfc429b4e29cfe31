import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMandates, isOpenFor } from "./change-mandates.ts";
import { findNamed, judgeHolder, judgePair } from "./give-mandate.ts";
import { tellOfMandate } from "./tell.ts";

export type RegisterInput = {
  assemblyId: string;
  giverNo: string;
  giverName: string;
  holderNo: string;
  holderName: string;
};

/**
 * A written mandate, taken at the desk from its holder: it counts at once, under the same rules. The
 * giver is told, and can take it back; the journal says who took it.
 */
export function registerMandate(
  platform: Platform,
  actor: Actor,
  input: RegisterInput,
): Promise<Result<null>> {
  const { assemblyId } = input;
  const change = { assemblyId, action: "mandate.register" } as const;
  return changeMandates(platform, actor, change, async (client, rules, { personId }) => {
    if (!rules.allowed) return refuse("mandates-not-allowed");
    if (!isOpenFor(rules)) return refuse("wrong-phase");
    const giverId = await findNamed(client, input.giverNo, input.giverName);
    const holderId = await findNamed(client, input.holderNo, input.holderName);
    if (!giverId || !holderId) return refuse("delegate-not-found");
    // Nobody at a desk serves themselves.
    if (personId === giverId || personId === holderId) return refuse("not-allowed");
    const now = platform.clock.now();
    const today = dayInBrussels(now);
    const code = await judgePair(client, rules, { giverId, holderId, today });
    if (code) return refuse(code);
    const holds = await judgeHolder(client, rules, { holderId, today });
    if (!holds.ok) return holds;
    const accepted = {
      kind: "mandate-accepted",
      mandateId: await insertAccepted(client, { assemblyId, giverId, holderId, personId, now }),
      assembly: { id: assemblyId, slug: rules.slug },
      other: holderId,
    } as const;
    await tellOfMandate(platform, client, accepted, giverId);
    return ok({ persons: [giverId, holderId] });
  });
}

type Accepted = {
  assemblyId: string;
  giverId: string;
  holderId: string;
  /** Who took it. */
  personId: string;
  now: Date;
};

async function insertAccepted(
  client: PoolClient,
  { assemblyId, giverId, holderId, personId, now }: Accepted,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `WITH taken AS (
       INSERT INTO mandate (assembly_id, giver_id, holder_id, state, given_at, answered_at)
       VALUES ($1, $2, $3, 'accepted', $4, $4) RETURNING id
     ), noted AS (
       INSERT INTO audit_entry (id, at, actor_id, action, subject)
       SELECT uuidv7(), $4, $5, 'mandate.registered', 'mandate:' || id FROM taken
     )
     SELECT id FROM taken`,
    [assemblyId, giverId, holderId, now, personId],
  );
  return rows[0]!.id;
}
