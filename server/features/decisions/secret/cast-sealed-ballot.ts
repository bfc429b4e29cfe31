import { constants, createPublicKey, verify, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { ISSUE_SALT_BYTES, verifyBallot } from "#domain/decisions/secret/credential.ts";
import { SEAL_OVERHEAD } from "#domain/decisions/secret/urn.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { SealedBallot } from "#wire/secret-ballots.ts";
import { createBatchers } from "../../../platform/batchers.ts";
import { inTransaction } from "../../../platform/database.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";
import { sealedBatch } from "./sealed-batch.ts";
import type { UrnBallot } from "./write-ballots.ts";

const MAX_BATCH = 200;
const LANES = 2;

/** Answers the revision that is in the urn, after COMMIT. */
export type CastSealedBallot = (
  decisionId: string,
  ballot: SealedBallot,
) => Promise<Result<number>>;

/** What never changes of an urn once it is there. */
type Urn = { credentialKey: KeyObject; sealedBytes: number };

/**
 * Takes sealed ballots from nobody in particular. Signatures are checked by the thread pool before
 * a ballot is let near the database; then each decision has one batcher in a process.
 */
export function createCastSealedBallot(platform: Platform): CastSealedBallot {
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
    if (urn) urns.set(decisionId, urn);
    return urn;
  }

  return async (decisionId, input) => {
    const urn = await urnOf(decisionId);
    if (!urn) return refuse("not-found");
    const ballot = decode(input);
    // Every ballot of a decision is as long as every other.
    if (ballot.sealed.length !== urn.sealedBytes) return refuse("bad-input");
    if (!(await isIssued(urn, ballot))) return refuse("bad-credential");
    if (!(await verifyBallot(decisionId, ballot))) return refuse("bad-signature");
    return batcherOf(decisionId).add(ballot);
  };
}

async function readUrn({ pool }: Platform, decisionId: string): Promise<Urn | undefined> {
  const { rows } = await pool.query<{ credential_key: Buffer; ballot_bytes: number }>(
    "SELECT credential_key, ballot_bytes FROM urn WHERE decision_id = $1::uuid",
    [decisionId],
  );
  const [row] = rows;
  return (
    row && {
      credentialKey: createPublicKey({ key: row.credential_key, format: "der", type: "spki" }),
      sealedBytes: row.ballot_bytes + SEAL_OVERHEAD,
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

const verifyInPool = promisify(verify);

/** RSASSA-PSS over the credential (RFC 9474 §4.5). */
function isIssued({ credentialKey }: Urn, { credential, issueSignature }: UrnBallot) {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const key = { key: credentialKey, padding, saltLength: ISSUE_SALT_BYTES };
  return verifyInPool("sha384", credential, key, issueSignature);
}
