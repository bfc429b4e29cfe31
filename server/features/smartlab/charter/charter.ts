import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CharterPage, LabInside, LabWorkCommands as Commands } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, groupOf, headOf, labOfSlug, workInLab } from "../work/frame.ts";

/** A new version, from the one that its writer saw. Who writes it agrees to it. */
export function writeCharter(
  platform: Platform,
  actor: Actor,
  { labId, number, text }: Commands["lab.charter-write"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, _, { personId }) => {
    await client.query("SELECT FROM lab WHERE id = $1 FOR NO KEY UPDATE", [labId]);
    if ((await latest(client, labId)) !== number) return refuse("changed-meanwhile");
    const now = platform.clock.now();
    const values = [labId, number + 1, text, personId, now];
    await client.query("INSERT INTO lab_charter VALUES ($1, $2, $3, $4, $5)", values);
    await agree(client, { labId, number: number + 1, personId, now });
    return ok({ value: null });
  });
}

/** Agrees for oneself to the version that one read; to an older one nobody agrees any more. */
export function agreeToCharter(
  platform: Platform,
  actor: Actor,
  { labId, number }: Commands["lab.charter-agree"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, _, { personId }) => {
    await client.query("SELECT FROM lab WHERE id = $1 FOR KEY SHARE", [labId]);
    if ((await latest(client, labId)) !== number) return refuse("changed-meanwhile");
    await agree(client, { labId, number, personId, now: platform.clock.now() });
    return ok({ value: null });
  });
}

async function latest(client: Client, labId: string): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    "SELECT coalesce(max(number), 0) AS number FROM lab_charter WHERE lab_id = $1",
    [labId],
  );
  return rows[0]?.number ?? 0;
}

async function agree(
  client: Client,
  { labId, number, personId, now }: { labId: string; number: number; personId: string; now: Date },
) {
  await client.query(
    "INSERT INTO lab_charter_agreement VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    [labId, number, personId, now],
  );
}

export async function charterPage(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<{ lab: LabInside; charter: CharterPage }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  const { labId } = lab.value;
  const versions = await pool.query<{ number: number; text: string; by?: string; at: number }>(
    `SELECT c.number, c.text, ${nameOf("p")} AS by, ${epochMs("c.written_at")} AS at
     FROM lab_charter c LEFT JOIN person p ON p.id = c.written_by
     WHERE c.lab_id = $1 ORDER BY c.number DESC LIMIT 20`,
    [labId],
  );
  const [now, ...earlier] = versions.rows.map(withoutNulls);
  const { rows } = await pool.query<{ id: string }>(
    "SELECT person_id AS id FROM lab_charter_agreement WHERE lab_id = $1 AND number = $2",
    [labId, now?.number ?? 0],
  );
  const agreed = new Set(rows.map(({ id }) => id));
  const group = await groupOf(pool, labId);
  const names = (has: boolean) =>
    group.flatMap(({ id, name }) => (agreed.has(id) === has ? name : []));
  return ok({
    lab: headOf(lab.value),
    charter: {
      ...(now ?? { number: 0, text: "" }),
      agreed: names(true),
      missing: names(false),
      mine: actor.kind === "person" && agreed.has(actor.personId),
      earlier: earlier.map(({ number, by, at }) => ({ number, at, ...(by ? { by } : {}) })),
    },
  });
}
