import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { ClientBase } from "pg";
import { ballotBytes } from "../../app/domain/decisions/ballot.ts";
import { gatherBallots } from "../../app/domain/decisions/gather-ballots.ts";
import { chainBoard, type BoardEntry } from "../../app/domain/decisions/secret/board.ts";
import type { Ledger } from "../../app/domain/decisions/secret/ledger.ts";
import { generateBox } from "../../app/domain/decisions/secret/seal.ts";
import { unpackBallots } from "../../app/domain/decisions/packed-ballots.ts";
import { openedOf } from "../../app/domain/decisions/secret/opened.ts";
import { canonicalJson } from "../../app/domain/kernel/json.ts";
import { DEFAULT_PLAN, plannedBallot } from "../../app/domain/workers-assembly/ranking-plan.ts";
import { readBoardDefinition } from "../../server/features/decisions/board-definition.ts";
import { doTallyTask } from "../../server/features/decisions/counting/tally-tasks.ts";
import { makePaperBallots } from "../../server/features/decisions/urns/paper-ballots.ts";
import {
  optionsFor,
  rulesOf,
  textsOf,
} from "../../server/features/workers-assembly/ranking/draw-up.ts";
import { listedProposals } from "../../server/features/workers-assembly/ranking/proposals.ts";
import { insertRows } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { seededRandom } from "./random.ts";
import { APART } from "./workers-assembly-apart.ts";
import { FIRST, SECOND, type SeedEdition } from "./workers-assembly-editions.ts";
import { firstBallots, VOTERS } from "./workers-ranking-ballots.ts";

/** The votes of the two lists. */
const RANKINGS = { first: demoId("decision", 801), second: demoId("decision", 802) };

type Seeded = {
  id: string;
  edition: SeedEdition;
  assemblyId: string;
  opensAt: Date;
  closesAt: Date;
};

/**
 * The ranking of 2024, counted and published with a board that can be recounted; and that of the
 * second assembly, which opens by itself as soon as the demo runs.
 */
export async function seedRankings(client: ClientBase, today: string): Promise<void> {
  const first: Seeded = {
    ...{ id: RANKINGS.first, edition: FIRST, assemblyId: APART.first },
    opensAt: brusselsInstant("2024-10-24", "09:00"),
    closesAt: brusselsInstant("2024-11-07", "18:00"),
  };
  await drawUp(client, first);
  await count(client, first);
  await drawUp(client, {
    ...{ id: RANKINGS.second, edition: SECOND, assemblyId: APART.second },
    opensAt: brusselsInstant(addDays(today, -4), "09:00"),
    closesAt: brusselsInstant(addDays(today, 10), "18:00"),
  });
}

async function drawUp(client: ClientBase, seeded: Seeded): Promise<void> {
  const { id, edition, assemblyId, opensAt, closesAt } = seeded;
  const proposals = await listedProposals(client, edition.id);
  const { rows } = await client.query<{ listHash: string }>(
    `UPDATE workers_assembly SET ranking_id = $2 WHERE id = $1 RETURNING list_hash AS "listHash"`,
    [edition.id, id],
  );
  await client.query(
    `INSERT INTO workers_ranking (workers_assembly_id, method, least, most, seal, opens_at, closes_at)
     VALUES ($1, $2, $3, $4, 'server', $5, $6)`,
    [edition.id, DEFAULT_PLAN.method, DEFAULT_PLAN.least, DEFAULT_PLAN.most, opensAt, closesAt],
  );
  const rules = rulesOf({ ...DEFAULT_PLAN, seal: "server", changes: [], opensAt, closesAt }, 8);
  await client.query(
    `INSERT INTO decision (id, assembly_id, position, texts, legal_basis, legal_channel, method, rule,
       min_choices, max_choices, tie_rule, ballot_kind, seal, may_change, opens_at, closes_at,
       profile_version)
     SELECT $1, a.id, 1, $3, '', $4, $5, $6, $7, $8, $9, 'secret', $10, true, $11, $12,
       a.profile_version FROM assembly a WHERE a.id = $2`,
    [
      ...[id, assemblyId, textsOf({ seats: 8, ...rows[0] }, proposals.length)],
      ...[rules.legal_channel, rules.method, rules.rule, rules.min_choices, rules.max_choices],
      ...[rules.tie_rule, rules.seal, opensAt, closesAt],
    ],
  );
  await insertRows(
    client,
    "decision_option",
    { decision_id: "uuid", id: "text", position: "int4", label: "jsonb" },
    optionsFor(proposals).map(({ id: option, label }, at) => ({
      ...{ decision_id: id, id: option, position: at + 1, label },
    })),
  );
}

/** An urn that was filled, closed, opened and counted, as its own acts leave one behind. */
async function count(
  client: ClientBase,
  { id, assemblyId, edition, ...at }: Seeded,
): Promise<void> {
  const ballot = plannedBallot(
    DEFAULT_PLAN,
    8,
    edition.proposals.map((_, place) => `p${String(place + 1).padStart(2, "0")}`),
  );
  const contents = firstBallots(seededRandom(35_008));
  const entries = await fillUrn(client, id, ballotBytes(ballot), contents);
  const entitled = await markVoters(client, id, assemblyId);
  await freeze(client, id, entitled, at);
  const definition = await readBoardDefinition(client, id);
  const ledger: Ledger = {
    entitled,
    present: VOTERS,
    issued: { online: VOTERS, assisted: 0, paper: 0, no_script: 0 },
    ballots: VOTERS,
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
  await client.query(
    `UPDATE proposal p SET chosen_place = won.place
     FROM tally t CROSS JOIN LATERAL
       jsonb_array_elements_text(t.report->'winners') WITH ORDINALITY AS won(option, place)
     WHERE t.decision_id = $1 AND p.workers_assembly_id = $2
       AND p.number = substr(won.option, 2)::int`,
    [id, edition.id],
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
  decisionId: string,
  assemblyId: string,
): Promise<number> {
  const { rows } = await client.query<{ entitled: number }>(
    `WITH roll AS (
       SELECT person_id, row_number() OVER (ORDER BY md5(person_id::text || 'ranking')) AS place
       FROM roll_entry WHERE assembly_id = $2
     ), marked AS (
       INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
       SELECT $1, person_id, 'online', 0 FROM roll WHERE place <= $3
     )
     SELECT count(*)::int AS entitled FROM roll`,
    [decisionId, assemblyId, VOTERS],
  );
  return rows[0]!.entitled;
}

async function freeze(
  client: ClientBase,
  id: string,
  persons: number,
  { opensAt, closesAt }: Pick<Seeded, "opensAt" | "closesAt">,
): Promise<void> {
  await client.query(
    `UPDATE decision SET phase = 'published', opened_at = $2, closed_at = $3, counted_at = $3,
       published_at = $3, frozen = $4 WHERE id = $1`,
    [
      ...[id, opensAt, closesAt],
      {
        asOf: "2024-10-21",
        ...{ persons, shares: persons, presentPersons: VOTERS, presentShares: VOTERS },
        cast: VOTERS,
      },
    ],
  );
}
