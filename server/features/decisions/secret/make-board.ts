import { canonicalJson } from "#domain/kernel/json.ts";
import { chainBoard } from "#domain/decisions/secret/board.ts";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { readBoardDefinition } from "../board-definition.ts";
import { readBoard } from "../urns/read-board.ts";

/**
 * Makes the board of a closed vote: its ballots in the order of their credentials, chained, the
 * head kept. What is closed does not change, so it is read without a lock and written once.
 */
export async function makeBoard(platform: Platform, decisionId: string): Promise<void> {
  const { pool } = platform;
  const { rows } = await pool.query<{ assembly_id: string; ledger: Ledger }>(
    `SELECT d.assembly_id, u.ledger FROM urn u JOIN decision d ON d.id = u.decision_id
     WHERE d.id = $1 AND d.phase = 'closed' AND d.annulled_at IS NULL AND u.stage = 'ready'`,
    [decisionId],
  );
  const [urn] = rows;
  if (!urn) return;
  const definition = await readBoardDefinition(pool, decisionId);
  const { head, size } = await chainBoard(definition, readBoard(pool, decisionId), urn.ledger);
  await inTransaction(pool, async (client) => {
    await client.query(
      `UPDATE urn SET stage = 'sealed', definition = $2, board_head = $3, board_size = $4
       WHERE decision_id = $1 AND stage = 'ready'`,
      [decisionId, canonicalJson(definition), head, size],
    );
    const room = `live-session/${urn.assembly_id}`;
    await platform.outbox.write(client, [{ topic: "room", room }]);
  });
  platform.outbox.kick();
}
