import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { BoardEntry } from "#domain/decisions/secret/board.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision } from "../repository.ts";
import type { UrnSecrets } from "../secret/urn-secrets.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";
import { makePaperBallots, type PaperUrn } from "./paper-ballots.ts";
import { differences, type PaperState, readPaper } from "./paper-state.ts";

type Input = { decisionId: string; missingReason: string };

/**
 * Puts the slips into the urn once two people have read the same on all of them and the numbers add
 * up: found and missing make those given, and what is missing has a reason. The readings go.
 */
export async function pourPaper(
  platform: Platform,
  secrets: UrnSecrets,
  actor: Actor,
  { decisionId, missingReason }: Input,
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const change = { action: "paper.enter", assemblyId, journalAs: "paper.pour" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "open") return refuse("wrong-phase");
    const paper = await readPaper(client, decisionId);
    const agreed = agreedSlips(paper, missingReason);
    if (!agreed.ok) return agreed;
    const readers = await readersOf(client, decisionId, paper, personId);
    if (!readers) return refuse("second-person-required");
    const urn = await readUrnToFill(secrets, client, decisionId);
    if (!urn) return refuse("urn-not-ready");
    const ballots = await makePaperBallots(urn, agreed.value);
    await insertBallots(client, decisionId, ballots);
    const { given } = paper;
    await writeSheet(client, decisionId, { given, found: ballots.length, missingReason, readers });
    return ok({ value: null, journal: { subject: `decision:${decisionId}` } });
  });
}

/** What the slips say, where both readings agree and nothing lacks without a reason. */
function agreedSlips(paper: PaperState, missingReason: string): Result<string[]> {
  const { given, poured, readings } = paper;
  if (poured || given === 0) return refuse("wrong-phase");
  if (readings.size === 1) return refuse("second-person-required");
  const differing = differences(paper);
  if (differing.length > 0) return refuse("slips-differ", { slips: differing.join(", ") });
  const [reading] = readings.values();
  const contents = [...(reading?.values() ?? [])];
  const explained = contents.length === given || missingReason !== "";
  if (contents.length > given || !explained) {
    return refuse("paper-not-reconciled", { given, found: contents.length });
  }
  return ok(contents);
}

/**
 * The two people who answer for the sheet: both readers. Where no slip came back there is nothing
 * to read: then whoever handed one out and whoever says that none came back.
 */
async function readersOf(
  client: PoolClient,
  decisionId: string,
  { readings }: PaperState,
  self: string,
): Promise<[string, string] | undefined> {
  const [first, second] = readings.keys();
  if (first && second) return [first, second];
  const { rows } = await client.query<{ id: string }>(
    `SELECT helper_id AS id FROM credential_issue
     WHERE decision_id = $1 AND channel = 'paper' AND helper_id <> $2 LIMIT 1`,
    [decisionId, self],
  );
  return rows[0] && [rows[0].id, self];
}

async function insertBallots(
  client: PoolClient,
  decisionId: string,
  ballots: readonly BoardEntry[],
): Promise<void> {
  await client.query(
    `INSERT INTO secret_ballot
       (decision_id, credential, issue_signature, revision, sealed, signature)
     SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::int[], $5::bytea[], $6::bytea[])`,
    [
      decisionId,
      ballots.map((ballot) => ballot.credential),
      ballots.map((ballot) => ballot.issueSignature),
      ballots.map((ballot) => ballot.revision),
      ballots.map((ballot) => ballot.sealed),
      ballots.map((ballot) => ballot.signature),
    ],
  );
}

/** The urn with the key that signs credentials, where it takes ballots. */
async function readUrnToFill(
  secrets: UrnSecrets,
  client: PoolClient,
  decisionId: string,
): Promise<PaperUrn | undefined> {
  const { rows } = await client.query<{
    urn_key: Buffer;
    ballot_bytes: number;
    credential_secret: Buffer;
  }>(
    `SELECT urn_key, ballot_bytes, credential_secret FROM urn
     WHERE decision_id = $1 AND stage = 'ready' AND credential_secret IS NOT NULL`,
    [decisionId],
  );
  const [row] = rows;
  return (
    row && {
      decisionId,
      urnKey: row.urn_key,
      ballotBytes: row.ballot_bytes,
      credentialSecret: secrets.credentialSecret(decisionId, row.credential_secret),
    }
  );
}

type Sheet = { given: number; found: number; missingReason: string; readers: [string, string] };

/** The reconciliation: how many, why some are missing, who answers for it. The readings go. */
async function writeSheet(
  client: PoolClient,
  decisionId: string,
  { given, found, missingReason, readers }: Sheet,
): Promise<void> {
  await client.query(
    `INSERT INTO paper_sheet
       (decision_id, given, found, missing_reason, first_enterer_id, second_enterer_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [decisionId, given, found, missingReason, ...readers],
  );
  await client.query("DELETE FROM paper_slip WHERE decision_id = $1", [decisionId]);
}
