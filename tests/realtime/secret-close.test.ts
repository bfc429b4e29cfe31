import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SealedBallot, UrnKeys } from "../../app/wire/secret-ballots.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { anyBlinded, httpBallotBox, sealedBallot } from "../support/secret-elector.ts";
import { openSecretSession, type SecretSession } from "../support/secret-session.ts";
import { startWeb, type ServerProcess } from "../support/server-process.ts";
import type { StubbornElector } from "../support/stubborn-elector.ts";

const VOTERS = 100;
const LATECOMERS = 60;

let database: TestDatabase;
let pool: pg.Pool;
let webs: [ServerProcess, ServerProcess];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  const options = { databaseUrl: database.url };
  webs = await Promise.all([startWeb(options), startWeb(options)]);
});

afterAll(async () => {
  await Promise.all(webs.map((web) => web.stop()));
  await pool.end();
  await database.drop();
});

/**
 * Changes their mind until the vote is closed, each time through both processes at once, as after a
 * lost answer. Returns the ballots in order; all but the last were acknowledged.
 */
async function voteUntilClosed(elector: StubbornElector, decisionId: string, onCast: () => void) {
  const { urn, credential } = elector.of(decisionId);
  if (!credential) throw new Error("no credential");
  const sent: SealedBallot[] = [];
  for (;;) {
    const option = sent.length % 2 === 0 ? "for" : "against";
    const content = { kind: "choice", option } as const;
    const ballot = await sealedBallot(urn, credential, content, sent.length + 1);
    sent.push(ballot);
    const answers = await Promise.all(
      webs.map(({ url }) => httpBallotBox(url, "").cast(decisionId, ballot)),
    );
    const [one, other] = answers;
    // Whichever process is asked, before or after the close: in the urn, or not.
    expect(other).toEqual(one);
    if (!one?.ok) {
      expect(one).toEqual({ ok: false, code: "vote-closed" });
      return sent;
    }
    onCast();
  }
}

/** Asks for a credential until the vote is closed, and never gets one: nobody releases it. */
async function askUntilClosed({ personId, cookie }: SignedIn, { decisionId, keyId }: UrnKeys) {
  const requests = [{ decisionId, electorId: personId, keyId, blinded: anyBlinded() }];
  let waited = 0;
  for (;;) {
    const box = httpBallotBox(webs[waited % 2]?.url ?? "", cookie);
    const [answer] = await box.issue({ requests, assisted: false });
    if (answer?.state !== "waiting") {
      expect(answer).toEqual({ state: "refused", code: "vote-closed" });
      return waited;
    }
    waited += 1;
    await pause(25);
  }
}

async function preside({ chair }: SecretSession, act: string, payload: object): Promise<void> {
  expect(await chair.command(act, payload)).toMatchObject({ ok: true });
}

it("a close is one instant for hundreds of requests through two processes", async () => {
  const session = await openSecretSession(
    { pool, databaseUrl: database.url, url: webs[0].url },
    VOTERS + LATECOMERS,
  );
  const [, decisionId] = session.decisions;
  const urn = session.urns.find((one) => one.decisionId === decisionId);
  if (!urn) throw new Error("no urn");
  const voters = session.electors.slice(0, VOTERS);
  await Promise.all(voters.map((elector) => elector.prepare(urn)));
  await Promise.all(voters.map((elector) => elector.takeCredential(decisionId)));
  await preside(session, "decision.open", { decisionId, overrideReason: "-" });

  let cast = 0;
  const voting = voters.map((elector) => voteUntilClosed(elector, decisionId, () => (cast += 1)));
  const late = session.electors.slice(VOTERS);
  const signedIn = await signIn(
    pool,
    late.map(({ personId }) => personId),
  );
  const asking = signedIn.map((elector) => askUntilClosed(elector, urn));
  await expect.poll(() => cast, { interval: 5 }).toBeGreaterThan(1.5 * VOTERS);
  await preside(session, "decision.close", { decisionId });
  const sent = await Promise.all(voting);
  const waited = await Promise.all(asking);
  session.close();

  expect(waited.filter((times) => times > 0).length).toBeGreaterThan(0);
  const { rows } = await pool.query<{ sealed: Buffer }>(
    "SELECT sealed FROM secret_ballot WHERE decision_id = $1",
    [decisionId],
  );
  const acknowledged = sent.flatMap((ballots) => ballots.at(-2)?.sealed ?? []);
  expect(rows.map(({ sealed }) => sealed.toString("base64url")).sort()).toEqual(
    acknowledged.sort(),
  );
  const marks = await pool.query<{ elector_id: string }>(
    "SELECT elector_id FROM credential_issue WHERE decision_id = $1",
    [decisionId],
  );
  expect(marks.rows.map((row) => row.elector_id).sort()).toEqual(
    voters.map(({ personId }) => personId).sort(),
  );
});
