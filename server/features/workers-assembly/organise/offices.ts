import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { NamedToOffice } from "#wire/workers-organise.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { ensureAssembly } from "./ensure-assembly.ts";
import { nameable } from "./nameable.ts";

/**
 * Names a worker to an office of their assembly. Nobody else can: no role of the platform reaches it,
 * and whoever comes to the employer's side loses theirs that day (platform/apart-sql.ts).
 */
export async function nameToOffice(
  platform: Platform,
  actor: Actor,
  { slug, registerNo, office }: NamedToOffice & { slug: string },
): Promise<Result<null>> {
  const result = await onEdition(platform, actor, slug, async (client, edition, by) => {
    const now = platform.clock.now();
    const today = dayInBrussels(now);
    const person = await nameable(client, edition.campaignId, registerNo, today);
    if (!person.ok) return person;
    const assemblyId = await ensureAssembly(client, edition);
    const { rowCount } = await client.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from, granted_by, created_at)
       SELECT $1, $2::uuid, $3::text, $4::text, $5::date, $6, $7 WHERE NOT EXISTS (
         SELECT FROM role_grant WHERE person_id = $2 AND role = $3 AND body = $4
           AND (valid_to IS NULL OR valid_to >= $5))
       ON CONFLICT (person_id, role, body, valid_from) DO UPDATE SET valid_to = NULL`,
      [
        platform.random.uuid(),
        person.value,
        office,
        `assembly:${assemblyId}`,
        today,
        by.personId,
        now,
      ],
    );
    if (!rowCount) return refuse("workers-office-held");
    await noteOn(client, {
      actorId: by.personId,
      action: "workers.name-office",
      editionId: edition.id,
      reason: office,
      at: now,
    });
    await platform.outbox.write(client, [{ topic: "person", person: person.value }]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** Ends an office at once: yesterday was its last day. */
export async function releaseFromOffice(
  platform: Platform,
  actor: Actor,
  { slug, grantId }: { slug: string; grantId: string },
): Promise<Result<null>> {
  const result = await onEdition(platform, actor, slug, async (client, edition, by) => {
    const now = platform.clock.now();
    const ended = await endOffice(client, edition, grantId, dayInBrussels(now));
    if (!ended) return refuse("not-found");
    await noteOn(client, {
      actorId: by.personId,
      action: "workers.end-office",
      editionId: edition.id,
      reason: ended.role,
      at: now,
    });
    await platform.outbox.write(client, [{ topic: "person", person: ended.personId }]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

async function endOffice(
  client: Client,
  { assemblyId }: Edition,
  grantId: string,
  today: string,
): Promise<{ personId: string; role: string } | undefined> {
  const { rows } = await client.query<{ personId: string; role: string }>(
    `UPDATE role_grant SET valid_to = $3::date - 1
     WHERE id = $1 AND body = $2 AND (valid_to IS NULL OR valid_to >= $3)
     RETURNING person_id AS "personId", role`,
    [grantId, `assembly:${assemblyId ?? ""}`, today],
  );
  return rows[0];
}
