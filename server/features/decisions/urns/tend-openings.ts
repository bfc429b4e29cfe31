import type { Pool, PoolClient } from "pg";
import type { Bytes } from "#domain/decisions/secret/bytes.ts";
import { createUrnOpener, generateBox } from "#domain/decisions/secret/seal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { openUrn } from "./open-urn.ts";
import { readGivenShares } from "./given-shares.ts";
import { secretOf } from "./secret-of-shares.ts";

/** A process that has not been seen for so long is taken for dead; another one takes over. */
const LEASE = "10 seconds";

/** This process's part in one opening: a key that is never written down. */
type Tending = { opener: string; boxKey: Bytes; boxSecret: Bytes; opening: boolean };

type Waiting = { id: string; assembly_id: string; urn_key: Buffer; threshold: number };

/**
 * Tends the urns whose opening the chair has asked for. Call it every second: it takes those that
 * no living process tends, and opens one as soon as enough right shares were given to this process.
 */
export function createTendOpenings(platform: Platform): () => Promise<void> {
  const tended = new Map<string, Tending>();

  function forget(decisionId: string): void {
    tended.get(decisionId)?.boxSecret.fill(0);
    tended.delete(decisionId);
  }

  async function tend(urn: Waiting): Promise<void> {
    const own = tended.get(urn.id) ?? (await newTending(platform));
    if (own.opening) return;
    if (!(await takeLease(platform, urn, own))) {
      forget(urn.id);
      return;
    }
    tended.set(urn.id, own);
    const shares = await readGivenShares(platform.pool, urn.id, own);
    const secret = await secretOf(shares, urn.threshold, urn.urn_key);
    if (!secret) return;
    own.opening = true;
    // Not awaited: the other urns are tended meanwhile.
    void openWith(platform, urn, own, secret)
      .catch((error: Error) => platform.log.error({ message: error.message }, "opening an urn"))
      .finally(() => forget(urn.id));
  }

  return async () => {
    const waiting = await waitingUrns(platform);
    for (const [id, { opening }] of tended) {
      if (!opening && !waiting.some((urn) => urn.id === id)) forget(id);
    }
    for (const urn of waiting) await tend(urn);
  };
}

async function newTending({ random }: Platform): Promise<Tending> {
  const { boxKey, secret } = await generateBox();
  return { opener: random.uuid(), boxKey, boxSecret: secret, opening: false };
}

async function waitingUrns({ pool }: Platform): Promise<Waiting[]> {
  const { rows } = await pool.query<Waiting>(
    `SELECT d.id, d.assembly_id, u.urn_key, u.threshold
     FROM urn u JOIN decision d ON d.id = u.decision_id
     WHERE d.phase = 'closed' AND d.annulled_at IS NULL AND d.seal = 'scrutineers' AND u.stage = 'sealed'
       AND u.opening_asked AND u.altered IS NULL ORDER BY d.closed_at`,
  );
  return rows;
}

/**
 * Renews this process's lease, or takes one that is free or has run out; what was given to the
 * process before cannot be read any more. PostgreSQL's clock is the one that all processes share.
 */
async function takeLease(
  platform: Platform,
  urn: Waiting,
  { opener, boxKey }: Tending,
): Promise<boolean> {
  const taken = await inTransaction(platform.pool, async (client) => {
    if (await renewLease(client, urn.id, opener)) return "renewed";
    const { rowCount } = await client.query(
      // Its board may have been found altered since it was seen waiting.
      `INSERT INTO urn_opening (decision_id, opener, opener_key, seen_at)
       SELECT $1, $2, $3, now() FROM urn
       WHERE decision_id = $1 AND stage = 'sealed' AND altered IS NULL FOR SHARE
       ON CONFLICT (decision_id) DO UPDATE
         SET opener = EXCLUDED.opener, opener_key = EXCLUDED.opener_key, seen_at = now(), done = 0
         WHERE urn_opening.seen_at < now() - interval '${LEASE}'`,
      [urn.id, opener, boxKey],
    );
    if (rowCount !== 1) return "refused";
    await client.query("DELETE FROM urn_share_given WHERE decision_id = $1", [urn.id]);
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${urn.assembly_id}` },
    ]);
    return "new";
  });
  if (taken === "new") platform.outbox.kick();
  return taken !== "refused";
}

async function renewLease(
  client: PoolClient | Pool,
  decisionId: string,
  opener: string,
  done?: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE urn_opening SET seen_at = now(), done = coalesce($3, done)
     WHERE decision_id = $1 AND opener = $2`,
    [decisionId, opener, done ?? null],
  );
  return rowCount === 1;
}

async function openWith(
  platform: Platform,
  { id }: Waiting,
  { opener }: Tending,
  secret: Bytes,
): Promise<void> {
  const urnOpener = await createUrnOpener(secret, id).finally(() => secret.fill(0));
  await openUrn(platform, {
    decisionId: id,
    opener: urnOpener,
    beat: (done) => renewLease(platform.pool, id, opener, done),
    stillOurs: (client) => renewLease(client, id, opener),
  });
}
