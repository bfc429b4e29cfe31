import { randomBytes } from "node:crypto";
import type pg from "pg";
import { encodeBallot, padBallot } from "../../app/domain/decisions/ballot.ts";
import { sealBallot } from "../../app/domain/decisions/secret/seal.ts";
import { toBase64url } from "../../app/domain/decisions/secret/bytes.ts";
import type { BoardEntry } from "../../app/domain/decisions/secret/board.ts";
import { createUrnSecrets } from "../../server/features/decisions/secret/urn-secrets.ts";
import { makePaperBallots } from "../../server/features/decisions/urns/paper-ballots.ts";
import { createSealing } from "../../server/platform/sealing.ts";
import { peopleOnRoll, signIn, type SignedIn } from "../support/electors.ts";
import { testEnv } from "../support/env.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { anyBlinded, httpBallotBox } from "../support/secret-elector.ts";
import { withCooperative, type Cooperative } from "./cooperative.ts";
import { cpuSeconds } from "./cpu.ts";
import { median } from "./figures.ts";
import { createFloor } from "./floor.ts";
import { LightHttp, postRequest } from "./light-http.ts";
import { publish } from "./publish.ts";

const ELECTORS = 2_000;
const DECISIONS_A_ROUND = 3;
const ROUNDS = 3;
const CONNECTIONS = 200;
const CAST_BOUND = 1;
const ISSUE_BOUND_S = 10;
const WHOLE_ROLL = 42_000;
const OPEN_BOUND_S = 120;

/**
 * Secret ballots through the real server: acknowledged a second against the floor (design §5), the
 * server's time for a room that takes its credentials, and the opening of a whole cooperative's urn.
 */
await withCooperative(async (cooperative) => {
  const { pool, assemblyId } = cooperative;
  const electors = await signIn(pool, await peopleOnRoll(pool, assemblyId, ELECTORS));
  const electorIds = electors.map((elector) => elector.personId);
  const decisions = await secretDecisions(cooperative, DECISIONS_A_ROUND + 1);
  const [openedOne = "", ...casting] = decisions;

  const issueSeconds = await measureIssue(cooperative, electors, casting[0] ?? "");
  await pool.query(
    "UPDATE decision SET phase = 'open', opened_at = now(), frozen = $2 WHERE id = ANY($1)",
    [decisions, { asOf: "2026-01-01", persons: WHOLE_ROLL, shares: WHOLE_ROLL }],
  );
  const requests = await makeRequests(cooperative, casting);
  const floor = await createFloor(cooperative.databaseUrl, DECISIONS_A_ROUND);
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => LightHttp.connect(cooperative.url)),
  );
  const rounds: { floor: number; system: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = {
      floor: await floor.measure(electorIds, false),
      system: await measureCast(pool, connections, requests),
    };
    if (round > 0) rounds.push(measured);
  }
  connections.forEach((connection) => connection.close());
  await floor.close();
  const openSeconds = await measureOpening(cooperative, openedOne);

  const ratio = median(rounds.map((round) => round.system / round.floor));
  const rate = (key: "floor" | "system") =>
    String(Math.round(median(rounds.map((round) => round[key]))));
  publish("secret", { rounds, ratio, issueSeconds, openSeconds }, [
    { what: "floor: bare `pg`, ballots/s", value: rate("floor") },
    {
      what: `acknowledged secret ballots/s over ${CONNECTIONS} connections`,
      value: rate("system"),
    },
    {
      what: "ratio, median of three rounds",
      value: `${ratio.toFixed(2)} ×`,
      bound: `≥ ${CAST_BOUND} ×`,
      holds: ratio >= CAST_BOUND,
    },
    {
      what: "2,000 credentials, CPU of the server",
      value: `${issueSeconds.toFixed(1)} s`,
      bound: `≤ ${ISSUE_BOUND_S} s`,
      holds: issueSeconds <= ISSUE_BOUND_S,
    },
    {
      what: "42,000 ballots: close, board, opening, count",
      value: `${openSeconds.toFixed(0)} s`,
      bound: `≤ ${OPEN_BOUND_S} s`,
      holds: openSeconds <= OPEN_BOUND_S,
    },
  ]);
});

/** Copies of a drafted resolution as secret votes, once the job process has made their keys. */
async function secretDecisions({ pool, openDecisions }: Cooperative, count: number) {
  const ids = await openDecisions(count);
  await pool.query(
    `UPDATE decision SET ballot_kind = 'secret', seal = 'server', phase = 'draft', opened_at = NULL,
       frozen = '{}' WHERE id = ANY($1)`,
    [ids],
  );
  for (;;) {
    const { rowCount } = await pool.query("SELECT FROM urn WHERE decision_id = ANY($1)", [ids]);
    if (rowCount === count) return ids;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** CPU seconds of the web process while a room takes its credentials. */
async function measureIssue(
  { url, webPid, assemblyId }: Cooperative,
  electors: readonly SignedIn[],
  decisionId: string,
): Promise<number> {
  const urns = await httpBallotBox(url, "").keys(assemblyId);
  const keyId = urns.find((urn) => urn.decisionId === decisionId)?.keyId;
  const waiting = electors.map(({ personId, cookie }) =>
    postRequest(
      url,
      "/ballot-box/credentials",
      { requests: [{ decisionId, electorId: personId, keyId, blinded: anyBlinded() }] },
      { Cookie: cookie },
    ),
  );
  const before = cpuSeconds(webPid);
  await drain(url, waiting, '"state":"signed"');
  return cpuSeconds(webPid) - before;
}

async function drain(url: string, requests: Buffer[], expected: string): Promise<void> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => LightHttp.connect(url)),
  );
  await sendAll(connections, requests, expected);
  connections.forEach((connection) => connection.close());
}

/** Each connection sends the next request once the last one was answered. */
async function sendAll(
  connections: readonly LightHttp[],
  requests: readonly Buffer[],
  expected: string,
): Promise<void> {
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        const answer = await connection.send(request);
        if (!answer.includes(expected)) throw new Error(`refused: ${answer}`);
      }
    }),
  );
}

async function measureCast(
  pool: pg.Pool,
  connections: readonly LightHttp[],
  requests: readonly Buffer[],
): Promise<number> {
  await pool.query("DELETE FROM secret_ballot");
  await pool.query("VACUUM secret_ballot");
  const started = performance.now();
  await sendAll(connections, requests, '"ok":true');
  const seconds = (performance.now() - started) / 1_000;
  const { rows } = await pool.query<{ n: number }>("SELECT count(*)::int AS n FROM secret_ballot");
  if (rows[0]?.n !== requests.length) throw new Error("an acknowledged ballot is missing");
  return requests.length / seconds;
}

type Urn = { id: string; urn_key: Buffer; ballot_bytes: number; credential_secret: Buffer };

async function readUrn(pool: pg.Pool, id: string): Promise<Urn> {
  const { rows } = await pool.query<Urn>(
    "SELECT decision_id AS id, urn_key, ballot_bytes, credential_secret FROM urn WHERE decision_id = $1",
    [id],
  );
  if (!rows[0]) throw new Error("no urn");
  return rows[0];
}

/** Genuine ballots, made before anything is measured; the votes take turns. */
async function makeRequests(
  { pool, url, databaseUrl }: Cooperative,
  decisions: readonly string[],
): Promise<Buffer[]> {
  const secrets = createUrnSecrets(createSealing(testEnv(databaseUrl)));
  const requests: Buffer[] = [];
  for (let made = 0; made < ELECTORS; made += 100) {
    for (const decisionId of decisions) {
      const urn = await readUrn(pool, decisionId);
      const credentialSecret = secrets.credentialSecret(decisionId, urn.credential_secret);
      const keys = { decisionId, urnKey: urn.urn_key, ballotBytes: urn.ballot_bytes };
      const content = encodeBallot({ kind: "choice", option: "for" });
      const ballots = await makePaperBallots(
        { ...keys, credentialSecret },
        Array.from({ length: 100 }, () => content),
      );
      requests.push(...ballots.map((ballot) => requestOf(url, decisionId, ballot)));
    }
  }
  return requests;
}

function requestOf(url: string, decisionId: string, ballot: BoardEntry): Buffer {
  return postRequest(url, `/ballot-box/${decisionId}`, {
    credential: toBase64url(ballot.credential),
    issueSignature: toBase64url(ballot.issueSignature),
    revision: ballot.revision,
    sealed: toBase64url(ballot.sealed),
    signature: toBase64url(ballot.signature),
  });
}

/** From the chair's close to the count, with an urn that holds a ballot of everybody. */
async function measureOpening({ pool, url }: Cooperative, decisionId: string): Promise<number> {
  await fillUrn(pool, await readUrn(pool, decisionId));
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM person WHERE email = 'chair@demo.example'",
  );
  const [chair] = await signIn(pool, [rows[0]?.id ?? ""]);
  const socket = await LightSocket.connect(url, chair?.cookie ?? "");
  const started = performance.now();
  const closed = await socket.command(crypto.randomUUID(), "decision.close", { decisionId });
  if (!closed.ok) throw new Error(`not closed: ${closed.error.code}`);
  socket.close();
  for (;;) {
    const counted = await pool.query<{ counts: { for: number } | null }>(
      "SELECT report->'counts' AS counts FROM tally WHERE decision_id = $1",
      [decisionId],
    );
    const seconds = (performance.now() - started) / 1_000;
    if (counted.rows[0]?.counts?.for === WHOLE_ROLL) return seconds;
    if (counted.rowCount !== 0) throw new Error("the count is wrong");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Sealed as by browsers; what signs them is not read at an opening and is left to chance. */
async function fillUrn(pool: pg.Pool, urn: Urn): Promise<void> {
  const text = encodeBallot({ kind: "choice", option: "for" });
  const padded = padBallot(text, urn.ballot_bytes);
  for (let made = 0; made < WHOLE_ROLL; made += 500) {
    const credentials = Array.from({ length: 500 }, () => randomBytes(65));
    const sealed = await Promise.all(
      credentials.map((credential) => sealBallot(urn.urn_key, urn.id, credential, padded)),
    );
    await pool.query(
      `INSERT INTO secret_ballot (decision_id, credential, issue_signature, revision, sealed, signature)
       SELECT $1, credential, $4, 1, sealed, $5
       FROM unnest($2::bytea[], $3::bytea[]) AS i(credential, sealed)`,
      [
        urn.id,
        credentials,
        sealed.map((bytes) => Buffer.from(bytes)),
        randomBytes(256),
        randomBytes(64),
      ],
    );
  }
}
