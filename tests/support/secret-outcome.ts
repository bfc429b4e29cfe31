import { expect } from "vitest";
import { encodeBallot, type BallotContent } from "../../app/domain/decisions/ballot.ts";
import { ledgerProblems, marksOf, type Ledger } from "../../app/domain/decisions/secret/ledger.ts";
import type { StubbornElector } from "./stubborn-elector.ts";

/** Rows of a statement about one decision ($1). */
export type ReadRows = <T extends object>(sql: string, values: unknown[]) => Promise<T[]>;

/** What voters were told against what the tables hold once a vote is counted. */
export async function expectOutcome(
  read: ReadRows,
  voters: readonly StubbornElector[],
  decisionId: string,
): Promise<void> {
  await expectRoll(read, voters, decisionId);
  await expectBoard(read, voters, decisionId);
  await expectCount(read, voters, decisionId);
}

/** Everybody who is marked has cast; nobody else is marked. */
async function expectRoll(
  read: ReadRows,
  voters: readonly StubbornElector[],
  decisionId: string,
): Promise<void> {
  const marks = await read<{ elector_id: string; batch: number | null }>(
    "SELECT elector_id, batch FROM credential_issue WHERE decision_id = $1 ORDER BY elector_id",
    [decisionId],
  );
  const expected = voters.map((elector) => ({
    elector_id: elector.personId,
    batch: elector.of(decisionId).batchSize === 0 ? 0 : 1,
  }));
  expect(marks).toEqual(expected.sort((a, b) => (a.elector_id < b.elector_id ? -1 : 1)));
}

/** The last acknowledged bytes of each credential, and nothing else. */
async function expectBoard(
  read: ReadRows,
  voters: readonly StubbornElector[],
  decisionId: string,
): Promise<void> {
  const ballots = await read<{ credential: Buffer; revision: number; sealed: Buffer }>(
    "SELECT credential, revision, sealed FROM secret_ballot WHERE decision_id = $1",
    [decisionId],
  );
  const board = ballots.map(({ credential, revision, sealed }) =>
    [credential.toString("base64url"), revision, sealed.toString("base64url")].join(),
  );
  const acknowledged = voters.map((elector) => {
    const { ballot } = elector.of(decisionId).cast ?? {};
    return [ballot?.credential, ballot?.revision, ballot?.sealed].join();
  });
  expect(board.sort()).toEqual(acknowledged.sort());
}

type Counted = {
  ledger: Ledger;
  board_size: number;
  secrets: number;
  report: { counts: Record<string, number> };
  opened: Record<string, number>;
};

/** What was opened is what was sealed, in numbers that agree with each other. */
async function expectCount(
  read: ReadRows,
  voters: readonly StubbornElector[],
  decisionId: string,
): Promise<void> {
  const [counted] = await read<Counted>(
    `SELECT u.ledger, u.board_size, num_nonnulls(u.credential_secret, u.urn_secret) AS secrets,
       t.report, (SELECT json_object_agg(content, ballots) FROM opened_ballot o
         WHERE o.decision_id = u.decision_id) AS opened
     FROM urn u JOIN tally t ON t.decision_id = u.decision_id WHERE u.decision_id = $1`,
    [decisionId],
  );
  if (!counted) throw new Error("not counted");
  const sealed: Record<string, number> = {};
  for (const elector of voters) {
    const text = encodeBallot(elector.of(decisionId).cast?.content ?? { kind: "blank" });
    sealed[text] = (sealed[text] ?? 0) + 1;
  }
  const { ledger, board_size: size, secrets, opened, report } = counted;
  expect(opened).toEqual(sealed);
  const votes = (content: BallotContent) => sealed[encodeBallot(content)] ?? 0;
  expect(report.counts).toEqual({
    for: votes({ kind: "choice", option: "for" }),
    against: votes({ kind: "choice", option: "against" }),
    // A blank ballot of a resolution abstains.
    abstain: votes({ kind: "choice", option: "abstain" }) + votes({ kind: "blank" }),
  });
  expect(ledgerProblems(ledger)).toEqual([]);
  expect([size, ledger.ballots, marksOf(ledger)]).toEqual(Array(3).fill(voters.length));
  expect(secrets).toBe(0);
}
