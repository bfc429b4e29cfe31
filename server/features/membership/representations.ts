import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { actorIdOf, writeAudit } from "../../auth/audit.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";

/** A legal person of the register and who speaks and votes for it today. */
export type RepresentedPerson = {
  id: string;
  registerNo: string | null;
  name: string;
  representative: { id: string; name: string; since: string } | null;
};

/** Organisations of the register, those that nobody represents first: they cannot vote. */
export async function listRepresented(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<{ organisations: RepresentedPerson[]; today: string }>> {
  if (!can(actor, "register.read", COOPERATIVE)) return refuse("not-allowed");
  const today = dayInBrussels(clock.now());
  const { rows } = await pool.query<RepresentedPerson>(
    `SELECT p.id, p.register_no AS "registerNo", p.family_name AS name,
       (SELECT json_build_object('id', r.representative_id, 'since', r.valid_from,
           'name', btrim(who.given_name || ' ' || who.family_name))
        FROM representation r JOIN person who ON who.id = r.representative_id
        WHERE r.legal_person_id = p.id AND r.valid_from <= $1
          AND (r.valid_to IS NULL OR r.valid_to >= $1)
        ORDER BY r.valid_from DESC LIMIT 1) AS representative
     FROM person p WHERE p.kind = 'legal' ORDER BY 4 IS NOT NULL, p.family_name`,
    [today],
  );
  return ok({ organisations: rows, today });
}

/**
 * From this day one natural person, and nobody else, speaks and votes for an organisation: who did
 * so before stops the day before (rules 1.4: one vote through one representative).
 */
export async function nameRepresentative(
  platform: Platform,
  actor: Actor,
  input: { legalPersonId: string; representativeId: string; validFrom: string },
): Promise<Result<null>> {
  if (!can(actor, "register.import", COOPERATIVE)) return refuse("not-allowed");
  const { legalPersonId, representativeId, validFrom } = input;
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const { rows } = await client.query<{ kind: string; id: string }>(
      "SELECT id, kind FROM person WHERE id = ANY($1) ORDER BY id FOR UPDATE",
      [[legalPersonId, representativeId]],
    );
    const kindOf = (id: string) => rows.find((row) => row.id === id)?.kind;
    if (kindOf(legalPersonId) !== "legal" || kindOf(representativeId) !== "natural") {
      return refuse("not-found");
    }
    await client.query(
      "DELETE FROM representation WHERE legal_person_id = $1 AND valid_from >= $2",
      [legalPersonId, validFrom],
    );
    await client.query(
      `UPDATE representation SET valid_to = $2::date - 1
       WHERE legal_person_id = $1 AND (valid_to IS NULL OR valid_to >= $2)`,
      [legalPersonId, validFrom],
    );
    await client.query(
      `INSERT INTO representation (id, legal_person_id, representative_id, valid_from)
       VALUES ($1, $2, $3, $4)`,
      [platform.random.uuid(), legalPersonId, representativeId, validFrom],
    );
    await writeAudit(platform, client, {
      actorId: actorIdOf(actor),
      action: "representation.named",
      subject: `person:${legalPersonId}`,
      reason: `person:${representativeId} from ${validFrom}`,
    });
    return ok(null);
  });
  return result;
}
