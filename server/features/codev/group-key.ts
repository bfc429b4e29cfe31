import type { ClientBase, Pool } from "pg";
import type { TextKind } from "#domain/codev/words.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Random } from "../../platform/random.ts";
import { createSealing, type Sealing } from "../../platform/sealing.ts";

type Client = Pool | ClientBase;

/** Which text: of a cycle or of one session of it, of the group or of one person. */
export type TextPlace = {
  cycleId: string;
  sessionId?: string;
  personId?: string;
  kind: TextKind;
};

export type OpenedText = TextPlace & { text: string; revision: number };

/**
 * What a group writes, AES-256-GCM under a key of the group, which lies in the database sealed under
 * the key of the installation. Whether somebody may read is asked before: app/domain/codev/confidential.ts.
 */
export type GroupTexts = {
  /** Makes the key of a new cycle. */
  begin: (client: Client, cycleId: string) => Promise<void>;
  /**
   * Writes over what was there, unless that was written after `at`; an empty text removes it. False
   * once the key is destroyed.
   */
  write: (client: Client, place: TextPlace, text: string, at?: Date) => Promise<boolean>;
  read: (client: Client, place: TextPlace) => Promise<OpenedText | undefined>;
  /** All texts of these kinds of one session; of one person, where given. */
  list: (
    client: Client,
    of: { cycleId: string; sessionId?: string; personId?: string; kinds: readonly TextKind[] },
  ) => Promise<OpenedText[]>;
  /** Nothing that the group wrote can be read any more; from a backup, until it is overwritten. */
  destroy: (client: Client, cycleId: string) => Promise<void>;
};

const KEY_BYTES = 32;

const keyPurpose = (cycleId: string) => `palabre/codev-group/1/${cycleId}`;
// A text moved to another place, or given to another person, does not open there.
const textPurpose = ({ cycleId, sessionId, personId, kind }: TextPlace) =>
  `palabre/codev-text/1/${cycleId}/${sessionId ?? ""}/${personId ?? ""}/${kind}`;

export function createGroupTexts(sealing: Sealing, random: Pick<Random, "bytes">): GroupTexts {
  return {
    begin: async (client, cycleId) => {
      await client.query("INSERT INTO codev_cycle_key (cycle_id, sealed) VALUES ($1, $2)", [
        cycleId,
        sealing.seal(keyPurpose(cycleId), random.bytes(KEY_BYTES)),
      ]);
    },
    write: async (client, place, text, at) => {
      const known = await groupSealing(client, sealing, place.cycleId);
      const group = known ?? (await makeMissing(client, { sealing, random }, place.cycleId));
      if (!group) return false;
      await (text === "" ? remove(client, place) : save(client, group, place, { text, at }));
      return true;
    },
    read: async (client, place) => {
      const { sessionId, personId, kind, cycleId } = place;
      const found = await select(client, sealing, cycleId, {
        where: `t.session_id IS NOT DISTINCT FROM $2 AND t.person_id IS NOT DISTINCT FROM $3
                AND t.kind = $4`,
        values: [sessionId ?? null, personId ?? null, kind],
      });
      return found[0];
    },
    list: (client, { cycleId, sessionId, personId, kinds }) =>
      select(client, sealing, cycleId, {
        where: `($2::uuid IS NULL OR t.session_id = $2) AND ($3::uuid IS NULL OR t.person_id = $3)
                AND t.kind = ANY ($4)`,
        values: [sessionId ?? null, personId ?? null, kinds],
      }),
    destroy: async (client, cycleId) => {
      // The texts go with it by their key.
      await client.query("DELETE FROM codev_cycle_key WHERE cycle_id = $1", [cycleId]);
    },
  };
}

async function groupSealing(
  client: Client,
  sealing: Sealing,
  cycleId: string,
): Promise<Sealing | undefined> {
  const { rows } = await client.query<{ sealed: Buffer }>(
    "SELECT sealed FROM codev_cycle_key WHERE cycle_id = $1",
    [cycleId],
  );
  return rows[0] && underGroupKey(sealing, cycleId, rows[0].sealed);
}

/**
 * The key of a group that came into the database without one, as the demo's do: its seed does not know
 * the installation's. A key is destroyed with the note that it was, so none is ever made a second time.
 */
async function makeMissing(
  client: Client,
  { sealing, random }: { sealing: Sealing; random: Pick<Random, "bytes"> },
  cycleId: string,
): Promise<Sealing | undefined> {
  await client.query(
    `INSERT INTO codev_cycle_key (cycle_id, sealed)
     SELECT id, $2 FROM codev_cycle
     WHERE id = $1 AND state IN ('signing', 'running', 'closed') AND purged_at IS NULL
     ON CONFLICT DO NOTHING`,
    [cycleId, sealing.seal(keyPurpose(cycleId), random.bytes(KEY_BYTES))],
  );
  return groupSealing(client, sealing, cycleId);
}

function underGroupKey(sealing: Sealing, cycleId: string, sealed: Buffer): Sealing {
  return createSealing({ sealingKey: sealing.unseal(keyPurpose(cycleId), sealed), dataDir: "" });
}

async function save(
  client: Client,
  group: Sealing,
  place: TextPlace,
  { text, at }: { text: string; at: Date | undefined },
) {
  const { cycleId, sessionId, personId, kind } = place;
  await client.query(
    `INSERT INTO codev_text (cycle_id, session_id, person_id, kind, sealed, written_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (cycle_id, session_id, person_id, kind)
     DO UPDATE SET sealed = excluded.sealed, revision = codev_text.revision + 1,
       written_at = excluded.written_at
     WHERE coalesce(codev_text.written_at <= excluded.written_at, true)`,
    [
      cycleId,
      sessionId ?? null,
      personId ?? null,
      kind,
      group.seal(textPurpose(place), Buffer.from(text)),
      at ?? null,
    ],
  );
}

async function remove(client: Client, { cycleId, sessionId, personId, kind }: TextPlace) {
  await client.query(
    `DELETE FROM codev_text WHERE cycle_id = $1 AND session_id IS NOT DISTINCT FROM $2
       AND person_id IS NOT DISTINCT FROM $3 AND kind = $4`,
    [cycleId, sessionId ?? null, personId ?? null, kind],
  );
}

type SealedRow = Omit<OpenedText, "text"> & { sealed: Buffer; key: Buffer };

async function select(
  client: Client,
  sealing: Sealing,
  cycleId: string,
  { where, values }: { where: string; values: unknown[] },
): Promise<OpenedText[]> {
  const { rows } = await client.query<SealedRow>(
    `SELECT t.cycle_id AS "cycleId", t.session_id AS "sessionId", t.person_id AS "personId", t.kind,
       t.revision, t.sealed, k.sealed AS key
     FROM codev_text t JOIN codev_cycle_key k USING (cycle_id)
     WHERE t.cycle_id = $1 AND ${where}`,
    [cycleId, ...values],
  );
  const [first] = rows;
  if (!first) return [];
  const group = underGroupKey(sealing, cycleId, first.key);
  return rows.map(({ sealed, cycleId, sessionId, personId, kind, revision }) => {
    const place = withoutNulls({ cycleId, sessionId, personId, kind });
    return { ...place, revision, text: group.unseal(textPurpose(place), sealed).toString() };
  });
}
