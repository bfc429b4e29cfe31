import { SEAL_OVERHEAD } from "#domain/decisions/secret/urn.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { SealedBallot } from "#wire/secret-ballots.ts";
import { createBatchers } from "../../../platform/batchers.ts";
import { inTransaction } from "../../../platform/database.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";
import { createBallotChecker } from "./ballot-checker.ts";
import { sealedBatch } from "./sealed-batch.ts";
import type { UrnBallot } from "./write-ballots.ts";

const MAX_BATCH = 200;
const LANES = 2;

/** Answers the revision that is in the urn, after COMMIT. */
export type CastSealedBallot = (
  decisionId: string,
  ballot: SealedBallot,
) => Promise<Result<number>>;

/** What does not change any more of an urn once its vote has opened. */
type Urn = { credentialKey: string; sealedBytes: number; draft: boolean };

/**
 * Takes sealed ballots from nobody in particular. Signatures are checked before a ballot is let near
 * the database; then each decision has one batcher in a process.
 */
export function createCastSealedBallot(platform: Platform): CastSealedBallot {
  const check = createBallotChecker();
  const urns = new Map<string, Urn>();
  const batcherOf = createBatchers<UrnBallot, Result<number>>((decisionId) => ({
    maxSize: MAX_BATCH,
    lanes: LANES,
    conflictKey: (ballot) => ballot.credential.toString("base64"),
    write: (ballots) =>
      persistently(() =>
        inTransaction(platform.pool, (client) => sealedBatch(client, decisionId, ballots)),
      ),
  }));

  async function urnOf(decisionId: string): Promise<Urn | undefined> {
    const urn = urns.get(decisionId) ?? (await readUrn(platform, decisionId));
    if (urn && !urn.draft) urns.set(decisionId, urn);
    return urn;
  }

  return async (decisionId, input) => {
    const urn = await urnOf(decisionId);
    if (!urn) return refuse("not-found");
    const ballot = decode(input);
    // Every ballot of a decision is as long as every other.
    if (ballot.sealed.length !== urn.sealedBytes) return refuse("bad-input");
    const { credentialKey } = urn;
    const verdict = await check({ decisionId, credentialKey, ballot: input });
    return verdict === "good" ? batcherOf(decisionId).add(ballot) : refuse(verdict);
  };
}

async function readUrn({ pool }: Platform, decisionId: string): Promise<Urn | undefined> {
  const { rows } = await pool.query<{
    credential_key: Buffer;
    ballot_bytes: number;
    draft: boolean;
  }>(
    `SELECT u.credential_key, u.ballot_bytes, d.phase = 'draft' AS draft
     FROM urn u JOIN decision d ON d.id = u.decision_id WHERE d.id = $1::uuid`,
    [decisionId],
  );
  const [row] = rows;
  return (
    row && {
      credentialKey: row.credential_key.toString("base64url"),
      sealedBytes: row.ballot_bytes + SEAL_OVERHEAD,
      draft: row.draft,
    }
  );
}

function decode(input: SealedBallot): UrnBallot {
  const bytes = (text: string) => Buffer.from(text, "base64url");
  return {
    credential: bytes(input.credential),
    issueSignature: bytes(input.issueSignature),
    revision: input.revision,
    sealed: bytes(input.sealed),
    signature: bytes(input.signature),
  };
}
