import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { ClientBase } from "pg";
import { ballotBytes } from "../../app/domain/decisions/ballot.ts";
import type { BallotDefinition } from "../../app/domain/decisions/ballot.ts";
import { gatherBallots } from "../../app/domain/decisions/gather-ballots.ts";
import { unpackBallots } from "../../app/domain/decisions/packed-ballots.ts";
import { type BoardEntry, chainBoard } from "../../app/domain/decisions/secret/board.ts";
import type { Ledger } from "../../app/domain/decisions/secret/ledger.ts";
import { openedOf } from "../../app/domain/decisions/secret/opened.ts";
import { generateBox } from "../../app/domain/decisions/secret/seal.ts";
import { canonicalJson } from "../../app/domain/kernel/json.ts";
import { readBoardDefinition } from "../../server/features/decisions/board-definition.ts";
import { doTallyTask } from "../../server/features/decisions/counting/tally-tasks.ts";
import { makePaperBallots } from "../../server/features/decisions/urns/paper-ballots.ts";
import { insertRows } from "./batch.ts";

export type PastVote = {
  id: string;
  assemblyId: string;
  ballot: BallotDefinition;
  /** Of the roll. */
  asOf: string;
  opensAt: Date;
  closesAt: Date;
};

/**
 * An urn that was filled with these ballots (canonical texts), closed, opened and counted, and its
 * count published: as its own acts leave one behind.
 */
export async function countUrn(
  client: ClientBase,
  { id, assemblyId, ballot, ...at }: PastVote,
  contents: readonly string[],
): Promise<void> {
  const cast = contents.length;
  const entries = await fillUrn(client, id, ballotBytes(ballot), contents);
  const entitled = await markVoters(client, { id, assemblyId, cast });
  await freeze(client, { id, entitled, cast, ...at });
  const definition = await readBoardDefinition(client, id);
  const ledger: Ledger = {
    entitled,
    present: cast,
    issued: { online: cast, assisted: 0, paper: 0, no_script: 0 },
    ballots: cast,
  };
  const { head, size } = await chainBoard(definition, entries, ledger);
  await client.query(
    `UPDATE urn SET definition = $2, board_head = $3, board_size = $4, ledger = $5
     WHERE decision_id = $1`,
    [id, canonicalJson(definition), Buffer.from(head), size, ledger],
  );
  const gatherer = gatherBallots(definition.ballot);
  for (const content of contents) gatherer.add(content);
  const { report, opened, openedHash } = doTallyTask("open", {
    counting: definition,
    ballots: gatherer.gathered(),
  });
  await insertRows(
    client,
    "opened_ballot",
    { decision_id: "uuid", place: "int4", content: "text", ballots: "int4" },
    [...openedOf(unpackBallots(opened))].map((one, place) => ({
      ...{ decision_id: id, place: place + 1, ...one },
    })),
  );
  await client.query(
    "INSERT INTO tally (decision_id, report, ballots_hash, counted_at) VALUES ($1, $2, $3, $4)",
    [id, report, openedHash, at.closesAt],
  );
}

/** Real ballots under credentials that are forgotten, so that the board holds what it promises. */
async function fillUrn(
  client: ClientBase,
  decisionId: string,
  bytes: number,
  contents: readonly string[],
): Promise<BoardEntry[]> {
  const { boxKey } = await generateBox();
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2_048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  await client.query(
    `INSERT INTO urn (decision_id, stage, ballot_bytes, credential_key, urn_key)
     VALUES ($1, 'opened', $2, $3, $4)`,
    [decisionId, bytes, keys.publicKey, Buffer.from(boxKey)],
  );
  const credentialSecret = createPrivateKey(keys.privateKey);
  const urn = { decisionId, urnKey: boxKey, ballotBytes: bytes, credentialSecret };
  const entries = await makePaperBallots(urn, contents);
  const hex = (value: Uint8Array) => `\\x${Buffer.from(value).toString("hex")}`;
  await insertRows(
    client,
    "secret_ballot",
    {
      ...{ decision_id: "uuid", credential: "bytea", issue_signature: "bytea", revision: "int4" },
      ...{ sealed: "bytea", signature: "bytea" },
    },
    entries.map((entry) => ({
      decision_id: decisionId,
      credential: hex(entry.credential),
      issue_signature: hex(entry.issueSignature),
      revision: entry.revision,
      sealed: hex(entry.sealed),
      signature: hex(entry.signature),
    })),
  );
  return entries;
}

/** Marks on the roll, spread over it: the marks say who voted, and nothing says what. */
async function markVoters(
  client: ClientBase,
  { id, assemblyId, cast }: { id: string; assemblyId: string; cast: number },
): Promise<number> {
  const { rows } = await client.query<{ entitled: number }>(
    `WITH roll AS (
       SELECT person_id, row_number() OVER (ORDER BY md5(person_id::text || $1)) AS place
       FROM roll_entry WHERE assembly_id = $2
     ), marked AS (
       INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
       SELECT $1::uuid, person_id, 'online', 0 FROM roll WHERE place <= $3
     )
     SELECT count(*)::int AS entitled FROM roll`,
    [id, assemblyId, cast],
  );
  return rows[0]!.entitled;
}

async function freeze(
  client: ClientBase,
  vote: { id: string; entitled: number; cast: number } & Omit<PastVote, "assemblyId" | "ballot">,
): Promise<void> {
  const { id, entitled, cast, asOf, opensAt, closesAt } = vote;
  await client.query(
    `UPDATE decision SET phase = 'published', opened_at = $2, closed_at = $3, counted_at = $3,
       published_at = $3, frozen = $4 WHERE id = $1`,
    [
      ...[id, opensAt, closesAt],
      {
        ...{ asOf, persons: entitled, shares: entitled, presentPersons: cast, presentShares: cast },
        cast,
      },
    ],
  );
}
