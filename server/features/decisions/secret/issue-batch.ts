import type { PoolClient } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { RefusalCode } from "#domain/kernel/result.ts";
import { journal } from "../../../platform/journal.ts";
import { judgeClaims, notTheirs, type Standing } from "../elector-sql.ts";
import { noteMandates } from "../mandate-votes.ts";
import { hasBegun, takesVotes } from "../takes-votes.ts";
import { createBlindSigner, type BlindSigner } from "./blind-signer.ts";
import { KEY_ID } from "./credential-keys.ts";
import { shareIssueTurn } from "./issue-turn.ts";
import { lockVote, type LockedVote } from "./secret-vote.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

/** One blinded credential on its way to be signed. */
export type IssueRequest = {
  actor: PersonActor;
  electorId: string;
  /** A helper at the desk, for somebody who asked. */
  assisted: boolean;
  /** The credential key for which it was blinded. */
  keyId: string;
  blinded: Buffer;
  /** SHA-256 of `blinded`: the same request is answered again, another one is not. */
  requestHash: Buffer;
};

/** What the roll says now; what is marked may be signed by `sign`. */
export type IssueVerdict =
  | { state: "marked"; batchSize: number }
  | { state: "waiting" }
  | { state: "refused"; code: RefusalCode };

export type IssuedBatch = { signer?: BlindSigner; verdicts: IssueVerdict[] };

type Issuing = {
  roll_taken: boolean;
  key_id: string;
  credential_secret: Buffer | null;
  begun: boolean;
};

type Mark = {
  elector_id: string;
  channel: string;
  request_hash: Buffer | null;
  batch: number | null;
  batch_size: number;
};

/**
 * Marks the roll for a batch of requests for one decision, in the caller's transaction; answers in
 * order. Nothing here knows a credential: they come blinded, and their hash alone is kept.
 */
export async function issueBatch(
  client: PoolClient,
  secrets: UrnSecrets,
  decisionId: string,
  requests: readonly IssueRequest[],
  now: Date,
): Promise<IssuedBatch> {
  const refuseAll = (code: RefusalCode) => ({ verdicts: requests.map(() => refused(code)) });
  const vote = await lockVote(client, decisionId);
  if (!vote) return refuseAll("not-found");
  if (vote.ballot_kind !== "secret") return refuseAll("named-vote");
  if (vote.phase !== "draft" && vote.phase !== "open") return refuseAll("vote-closed");
  await shareIssueTurn(client, vote.assembly_id);
  const issuing = await readIssuing(client, vote);
  if (!issuing?.credential_secret) return refuseAll("urn-not-ready");
  if (!issuing.roll_taken) return refuseAll("roll-not-taken");

  const signer = createBlindSigner(secrets.credentialSecret(decisionId, issuing.credential_secret));
  const standings = await judgeClaims(client, vote.id, requests.map(claimOf), now);
  const codes = requests.map((request, index) =>
    // Blinded for a key that is gone, it would be marked and signed in vain.
    request.keyId === issuing.key_id
      ? judge(vote, signer, request, standings[index])
      : "credentials-restarted",
  );
  const accepted = requests.filter((_, index) => codes[index] === undefined);
  const marked = await mark(client, decisionId, accepted, issuing.begun ? null : 0, now);
  await noteMandates(
    client,
    decisionId,
    requests.flatMap((request, index) => {
      const standing = standings[index];
      const isNew = marked.has(request.electorId) && codes[index] === undefined;
      return standing && isNew && !request.assisted ? [{ ...claimOf(request), ...standing }] : [];
    }),
  );
  const marks = await readMarks(client, decisionId, accepted);
  const verdicts = requests.map((request, index) => {
    const code = codes[index];
    return code ? refused(code) : compare(request, marks.get(request.electorId));
  });
  return { signer, verdicts };
}

const refused = (code: RefusalCode): IssueVerdict => ({ state: "refused", code });

function claimOf({ actor, electorId }: IssueRequest) {
  return { actorId: actor.personId, sessionHash: actor.sessionHash, electorId };
}

/** Whether the roll is taken, the key there, and a secret vote of this assembly opened already. */
async function readIssuing(client: PoolClient, vote: LockedVote): Promise<Issuing | undefined> {
  const { rows } = await client.query<Issuing>({
    name: "issue-read",
    text: `SELECT ${takesVotes()} AS roll_taken,
        ${KEY_ID} AS key_id, u.credential_secret,
        EXISTS (SELECT FROM decision o WHERE o.assembly_id = a.id AND o.ballot_kind = 'secret'
          AND ${hasBegun("o")}) AS begun
      FROM urn u, assembly a WHERE u.decision_id = $1 AND a.id = $2`,
    values: [vote.id, vote.assembly_id],
  });
  return rows[0];
}

function judge(
  vote: LockedVote,
  signer: BlindSigner,
  { actor, electorId, assisted, blinded }: IssueRequest,
  standing: Standing | undefined,
): RefusalCode | undefined {
  if (!standing?.session_lives) return "session-revoked";
  const helps =
    assisted &&
    electorId !== actor.personId &&
    can(actor, "ballot.assist", assemblySubject(vote.assembly_id));
  if (!(assisted ? helps : standing.acts_for)) {
    return assisted ? "not-allowed" : notTheirs(standing);
  }
  if (!standing.entitled) return "not-entitled";
  return signer.fits(blinded) ? undefined : "bad-input";
}

/** Who was marked now. Electors who are marked already stay as they are, whatever channel it was. */
async function mark(
  client: PoolClient,
  decisionId: string,
  requests: readonly IssueRequest[],
  batch: 0 | null,
  now: Date,
): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const { rows } = await client.query<{ elector_id: string; helper_id: string | null }>({
    name: "issue-mark",
    text: `INSERT INTO credential_issue
        (decision_id, elector_id, channel, request_hash, helper_id, batch)
      SELECT $1, elector, CASE WHEN helper IS NULL THEN 'online' ELSE 'assisted' END, hash, helper,
        $5::int
      FROM unnest($2::uuid[], $3::bytea[], $4::uuid[]) AS i(elector, hash, helper)
      ORDER BY elector
      ON CONFLICT DO NOTHING RETURNING elector_id, helper_id`,
    values: [
      decisionId,
      requests.map((request) => request.electorId),
      requests.map((request) => request.requestHash),
      requests.map(({ assisted, actor }) => (assisted ? actor.personId : null)),
      batch,
    ],
  });
  for (const { helper_id } of rows.filter((row) => row.helper_id !== null)) {
    const subject = `decision:${decisionId}`;
    const entry = { actorId: helper_id, action: "ballot.assist", subject, reason: "", at: now };
    await journal(client, entry);
  }
  return new Set(rows.map(({ elector_id }) => elector_id));
}

async function readMarks(
  client: PoolClient,
  decisionId: string,
  requests: readonly IssueRequest[],
): Promise<Map<string, Mark>> {
  const { rows } = await client.query<Mark>({
    name: "issue-marks",
    text: `SELECT elector_id, channel, request_hash, batch, CASE WHEN batch > 0 THEN
          (SELECT count(*)::int FROM credential_issue o
           WHERE o.decision_id = i.decision_id AND o.batch = i.batch) ELSE 0 END AS batch_size
      FROM credential_issue i WHERE decision_id = $1 AND elector_id = ANY($2::uuid[])`,
    values: [decisionId, requests.map((request) => request.electorId)],
  });
  return new Map(rows.map((row) => [row.elector_id, row]));
}

function compare(request: IssueRequest, mark: Mark | undefined): IssueVerdict {
  if (!mark) return refused("changed-meanwhile");
  if (!mark.request_hash) return refused("marked-otherwise");
  if (!mark.request_hash.equals(request.requestHash)) return refused("already-issued");
  return mark.batch === null
    ? { state: "waiting" }
    : { state: "marked", batchSize: mark.batch_size };
}
