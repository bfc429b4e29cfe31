import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import { boardHead, definitionHash, nextLink } from "#domain/decisions/secret/board.ts";
import { decoded, fromBase64url, toHex } from "#domain/decisions/secret/bytes.ts";
import { ballotProblems } from "#domain/decisions/secret/check-board.ts";
import { createIssueVerifier } from "#domain/decisions/secret/credential.ts";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import type { AlteredBoard } from "#wire/secret-ballots.ts";
import { journal } from "../../../platform/journal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision } from "../repository.ts";
import { readBoardSlices } from "./read-board.ts";

type AlteredUrn = { definition: BoardDefinition; ledger: Ledger };

/**
 * Writes down what is found where the board of a closed urn is not the one whose head was shown, once
 * and for the bureau to see, and ends the opening: it is the chair who has it looked at again.
 */
export async function reportAltered(
  platform: Platform,
  decisionId: string,
  urn: AlteredUrn,
): Promise<void> {
  const altered = await inspect(platform, decisionId, urn);
  const reported = await inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    const { rowCount } = await client.query(
      `UPDATE urn SET altered = $2
       WHERE decision_id = $1 AND stage = 'sealed' AND altered IS NULL`,
      [decisionId, altered],
    );
    if (!decision || rowCount !== 1) return false;
    await client.query("DELETE FROM urn_opening WHERE decision_id = $1", [decisionId]);
    await journal(client, {
      actorId: null,
      action: "urn.altered",
      subject: `decision:${decisionId}`,
      reason: `${altered.ballots} ballots, ${altered.unsound} unsound, head ${altered.head}`,
      at: platform.clock.now(),
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
  if (!reported) return;
  platform.log.error({ decisionId }, "a closed urn's board is not the one whose head was shown");
  platform.outbox.kick();
}

async function inspect(
  { pool, clock }: Platform,
  decisionId: string,
  { definition, ledger }: AlteredUrn,
): Promise<AlteredBoard> {
  const issued = await createIssueVerifier(decoded(fromBase64url(definition.credentialKey)));
  let link = await definitionHash(definition);
  let ballots = 0;
  let unsound = 0;
  for await (const slice of readBoardSlices(pool, decisionId)) {
    for (const entry of slice) link = await nextLink(link, entry);
    const problems = await ballotProblems(slice, definition, issued);
    ballots += slice.length;
    unsound += problems.filter((problem) => problem !== undefined).length;
  }
  const head = toHex(await boardHead(link, ledger));
  return { foundAt: clock.now().toISOString(), ballots, unsound, head };
}
