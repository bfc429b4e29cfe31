import type { PoolClient } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayHoldAnother } from "#domain/mandates/mandate.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMandates, isOpenFor, type MandateRules } from "./change-mandates.ts";
import { countElectors, electorsAmong } from "./electors.ts";
import { tellOfMandate } from "./tell.ts";

/** Each one is a mail to somebody: over one assembly nobody needs more. */
const MOST_OFFERS = 12;

export type GiveInput = {
  assemblyId: string;
  giverId: string;
  registerNo: string;
  familyName: string;
};

/**
 * Offers a mandate to somebody who is named by number and family name. It gives no vote until it is
 * accepted, and only where the statutes let members be represented (rules §1.2).
 */
export function giveMandate(
  platform: Platform,
  actor: Actor,
  input: GiveInput,
): Promise<Result<null>> {
  const now = platform.clock.now();
  const today = dayInBrussels(now);
  const { assemblyId } = input;
  return changeMandates(platform, actor, { assemblyId }, async (client, rules, giver) => {
    if (!rules.allowed) return refuse("mandates-not-allowed");
    if (!isOpenFor(rules)) return refuse("wrong-phase");
    if (!(await speaksFor(client, rules, giver.personId, input.giverId))) {
      return refuse("not-allowed");
    }
    const holderId = await findNamed(client, input.registerNo, input.familyName);
    if (!holderId) return refuse("delegate-not-found");
    const code = await judgePair(client, rules, { giverId: input.giverId, holderId, today });
    if (code) return refuse(code);
    const holds = await judgeHolder(client, rules, { holderId, today });
    if (!holds.ok) return holds;
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO mandate (assembly_id, giver_id, holder_id, given_at) VALUES ($1, $2, $3, $4)
       RETURNING id`,
      [assemblyId, input.giverId, holderId, now],
    );
    const given = {
      kind: "mandate-given",
      mandateId: rows[0]!.id,
      assembly: { id: assemblyId, slug: rules.slug },
      other: input.giverId,
    } as const;
    await tellOfMandate(platform, client, given, holderId);
    return ok({ persons: [giver.personId, holderId] });
  });
}

/** Oneself, or a legal person that one represents on the day of the assembly. */
export async function speaksFor(
  client: PoolClient,
  { day, rollAsOf }: MandateRules,
  personId: string,
  giverId: string,
): Promise<boolean> {
  if (personId === giverId) return true;
  const { rowCount } = await client.query(
    `SELECT FROM representation WHERE representative_id = $1 AND legal_person_id = $2
       AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to >= $3::date)`,
    [personId, giverId, rollAsOf ?? day],
  );
  return (rowCount ?? 0) > 0;
}

/** Number and family name must both be right; capitals and accents are forgiven nobody's typing. */
export async function findNamed(
  client: PoolClient,
  registerNo: string,
  familyName: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string; family_name: string }>(
    "SELECT id, family_name FROM person WHERE register_no = $1 AND kind = 'natural'",
    [registerNo],
  );
  const [found] = rows;
  return found && plain(found.family_name) === plain(familyName) ? found.id : undefined;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

type Pair = { giverId: string; holderId: string; today: string };

export async function judgePair(
  client: PoolClient,
  rules: MandateRules,
  { giverId, holderId, today }: Pair,
): Promise<RefusalCode | undefined> {
  if (giverId === holderId) return "delegate-not-found";
  const electors = await electorsAmong(client, rules, [giverId, holderId], today);
  if (!electors.has(giverId)) return "not-entitled";
  if (rules.holderMustBeMember && !electors.has(holderId)) return "delegate-not-found";
  // Two devices of one giver come one after the other.
  await client.query("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", [giverId]);
  const { rows } = await client.query<{ stands: boolean; offers: number }>(
    `SELECT coalesce(bool_or(state IN ('given', 'accepted')), false) AS stands,
       count(*)::int AS offers
     FROM mandate WHERE assembly_id = $1 AND giver_id = $2`,
    [rules.assemblyId, giverId],
  );
  if (rows[0]?.stands) return "mandate-exists";
  return (rows[0]?.offers ?? 0) >= MOST_OFFERS ? "too-many-requests" : undefined;
}

/** Whether this delegate may hold one more; those who give to them at the same moment wait. */
export async function judgeHolder(
  client: PoolClient,
  rules: MandateRules,
  { holderId, today, except }: { holderId: string; today: string; except?: string },
): Promise<Result<null>> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [
    `${rules.assemblyId}/${holderId}`,
  ]);
  const { rows } = await client.query<{ held: number }>(
    `SELECT count(*)::int AS held FROM mandate WHERE assembly_id = $1 AND holder_id = $2
       AND state IN ('given', 'accepted') AND id IS DISTINCT FROM $3::uuid`,
    [rules.assemblyId, holderId, except ?? null],
  );
  return mayHoldAnother({
    held: rows[0]?.held ?? 0,
    maxPerHolder: rules.maxPerHolder,
    electors: await countElectors(client, rules, today),
  });
}
