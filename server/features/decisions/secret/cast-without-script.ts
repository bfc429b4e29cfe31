import type { PoolClient } from "pg";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import { receiptHash, receiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CastWithoutScript, SealedReceipt } from "#wire/decisions.ts";
import { inTransaction } from "../../../platform/database.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";
import { BALLOT_COLUMNS, ballotDefinition, type BallotRow } from "../ballot-definition.ts";
import { judgeClaims, notTheirs, type Standing } from "../elector-sql.ts";
import { noteMandates } from "../mandate-votes.ts";
import { makePaperBallots } from "../urns/paper-ballots.ts";
import { lockVote, type LockedVote } from "./secret-vote.ts";
import type { UrnSecrets } from "./urn-secrets.ts";
import { writeBallots } from "./write-ballots.ts";

/**
 * A secret ballot from a page without JavaScript. The server seals it, and mark and ballot commit
 * together: whoever holds the whole machine can join them. The page says so before.
 */
export function castWithoutScript(
  platform: Platform,
  secrets: UrnSecrets,
  actor: Actor,
  input: CastWithoutScript,
): Promise<Result<SealedReceipt>> {
  if (actor.kind !== "person") return Promise.resolve(refuse("not-signed-in"));
  return persistently(() =>
    inTransaction(platform.pool, async (client) => {
      const vote = await lockVote(client, input.decisionId);
      const judged = await judge(client, vote, actor, input, platform.clock.now());
      if (typeof judged === "string") return refuse(judged);
      const urn = await readUrn(client, input.decisionId);
      if (!urn) return refuse("urn-not-ready");
      const definition = ballotDefinition(urn);
      if (!decodeBallot(input.content, definition)) return refuse("unknown-option");
      const taken = await mark(client, input);
      if (taken) return refuse(taken);
      const act = { actorId: actor.personId, electorId: input.electorId, ...judged };
      await noteMandates(client, input.decisionId, [act]);
      return seal(client, secrets, urn, input);
    }),
  );
}

async function judge(
  client: PoolClient,
  vote: LockedVote | undefined,
  { personId, sessionHash }: PersonActor,
  { electorId }: CastWithoutScript,
  now: Date,
): Promise<RefusalCode | Standing> {
  if (!vote) return "not-found";
  if (vote.ballot_kind !== "secret") return "named-vote";
  if (vote.phase === "draft") return "vote-not-open";
  if (vote.phase !== "open") return "vote-closed";
  if (vote.suspended) return "vote-suspended";
  const claim = { actorId: personId, sessionHash, electorId };
  const [standing] = await judgeClaims(client, vote.id, [claim], now);
  if (!standing?.session_lives) return "session-revoked";
  if (!standing.acts_for) return notTheirs(standing);
  return standing.entitled ? standing : "not-entitled";
}

type Urn = BallotRow & { credential_secret: Buffer; urn_key: Buffer; ballot_bytes: number };

async function readUrn(client: PoolClient, decisionId: string): Promise<Urn | undefined> {
  const { rows } = await client.query<Urn>(
    `SELECT u.credential_secret, u.urn_key, u.ballot_bytes, ${BALLOT_COLUMNS}
     FROM urn u JOIN decision d ON d.id = u.decision_id
     WHERE d.id = $1 AND u.stage = 'ready' AND u.credential_secret IS NOT NULL`,
    [decisionId],
  );
  return rows[0];
}

/** Marks the roll, or says which mark is there. */
async function mark(
  client: PoolClient,
  { decisionId, electorId }: CastWithoutScript,
): Promise<RefusalCode | undefined> {
  const marked = await client.query(
    `INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
     VALUES ($1, $2, 'no_script', 0) ON CONFLICT DO NOTHING`,
    [decisionId, electorId],
  );
  if (marked.rowCount === 1) return undefined;
  const { rows } = await client.query<{ channel: string }>(
    "SELECT channel FROM credential_issue WHERE decision_id = $1 AND elector_id = $2",
    [decisionId, electorId],
  );
  const channel = rows[0]?.channel;
  if (channel === "no_script") return "already-voted";
  return channel === "online" ? "already-issued" : "marked-otherwise";
}

async function seal(
  client: PoolClient,
  secrets: UrnSecrets,
  urn: Urn,
  { decisionId, content }: CastWithoutScript,
): Promise<Result<SealedReceipt>> {
  const keys = {
    decisionId,
    urnKey: urn.urn_key,
    ballotBytes: urn.ballot_bytes,
    credentialSecret: secrets.credentialSecret(decisionId, urn.credential_secret),
  };
  const made = await makePaperBallots(keys, [content]);
  const ballots = made.map(({ revision, ...bytes }) => ({
    revision,
    credential: Buffer.from(bytes.credential),
    issueSignature: Buffer.from(bytes.issueSignature),
    sealed: Buffer.from(bytes.sealed),
    signature: Buffer.from(bytes.signature),
  }));
  await writeBallots(client, decisionId, ballots, false);
  const [ballot] = ballots;
  if (!ballot) throw new Error("no ballot was made");
  return ok({ words: receiptNumbers(await receiptHash(ballot.credential, ballot.sealed)) });
}
