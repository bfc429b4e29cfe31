import { createUrnOpener } from "#domain/decisions/secret/seal.ts";
import type { Platform } from "../../../platform/platform.ts";
import { openUrn } from "../urns/open-urn.ts";
import { makeBoard } from "./make-board.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

/**
 * What follows the close of a secret vote: its board; then, where the server keeps the urn's key,
 * the opening and the count. Where scrutineers keep it, they are waited for.
 */
export async function countSecret(
  platform: Platform,
  secrets: UrnSecrets,
  decisionId: string,
): Promise<void> {
  await makeBoard(platform, decisionId);
  const { rows } = await platform.pool.query<{ urn_secret: Buffer }>(
    `SELECT u.urn_secret FROM urn u JOIN decision d ON d.id = u.decision_id
     WHERE u.decision_id = $1 AND u.stage = 'sealed' AND u.urn_secret IS NOT NULL
       AND d.seal = 'server' AND u.altered IS NULL`,
    [decisionId],
  );
  const [urn] = rows;
  if (!urn) return;
  const opener = await createUrnOpener(secrets.urnSecret(decisionId, urn.urn_secret), decisionId);
  await openUrn(platform, {
    decisionId,
    opener,
    beat: async (done) => {
      await showProgress(platform, decisionId, done);
      return true;
    },
    // Two runs at once do the same work; the urn's stage lets one of them write.
    stillOurs: () => Promise.resolve(true),
  });
}

/** For the chair and the screen. There is no share to be handed over: the key stands for none. */
async function showProgress({ pool, random, clock }: Platform, decisionId: string, done: number) {
  await pool.query(
    `INSERT INTO urn_opening (decision_id, opener, opener_key, seen_at, done)
     SELECT decision_id, $2, urn_key, $3, $4 FROM urn WHERE decision_id = $1 AND stage = 'sealed'
     ON CONFLICT (decision_id) DO UPDATE SET done = EXCLUDED.done, seen_at = EXCLUDED.seen_at`,
    [decisionId, random.uuid(), clock.now(), done],
  );
}
