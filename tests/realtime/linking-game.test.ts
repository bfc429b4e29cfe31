import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { sessionRoom } from "../../app/wire/protocol.ts";
import { createContainer, type Container } from "../../server/container.ts";
import { signInAs } from "../support/actors.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { testEnv, TEST_KEY } from "../support/env.ts";
import { seededRandom } from "../support/fixed.ts";
import { guesses, type KnownElector } from "../support/linking/adversary.ts";
import { readStorage, walPosition } from "../support/linking/storage.ts";
import { LiveClient } from "../support/live-client.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../support/live-assembly.ts";
import { startOwnPostgres, type OwnPostgres } from "../support/own-postgres.ts";
import { createSecretDecisions } from "../support/secret-decision.ts";
import {
  httpBallotBox,
  sealedBallot,
  takeCredential,
  type Credential,
} from "../support/secret-elector.ts";
import { startWeb, type ServerProcess } from "../support/server-process.ts";

const ELECTORS = 12;
const VOTES = 5;
/** By chance one of twelve is right in each vote; this is five standard deviations above. */
const CHANCE = VOTES + 5 * Math.sqrt(VOTES);

const random = seededRandom(20_260_614);
const folder = mkdtempSync(join(tmpdir(), "palabre-linking-"));
const logFile = join(folder, "web.log");

let postgres: OwnPostgres;
let pool: pg.Pool;
let container: Container;
let web: ServerProcess;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  pool = new pg.Pool({ connectionString: postgres.url });
  container = createContainer(testEnv(postgres.url));
  web = await startWeb({
    databaseUrl: postgres.url,
    env: { LOG_LEVEL: "trace", PALABRE_KEY: TEST_KEY },
    logTo: logFile,
  });
});

afterAll(async () => {
  await web.stop();
  await container.close();
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0] as T);
}

/** In groups that act at the same time, one group after the other. */
async function inGroups<T>(list: readonly T[], size: number, act: (item: T) => Promise<void>) {
  for (let start = 0; start < list.length; start += size) {
    await Promise.all(list.slice(start, start + size).map(act));
    await pause(5);
  }
}

type Session = { assembly: LiveAssembly; members: SignedIn[]; decisions: string[] };

async function prepare(votes: number): Promise<Session> {
  const assembly = await createLiveAssembly(pool, ELECTORS);
  const people = assembly.electors.map((elector) => elector.id);
  await grantRole(pool, people[0] ?? "", "chair");
  const members = await signIn(pool, people);
  const seals = Array.from({ length: votes }, () => "server" as const);
  const decisions = await createSecretDecisions(container, assembly, seals);
  return { assembly, members, decisions };
}

/** Pages that a browser loads around a vote, signed in. */
async function look(member: SignedIn, path: string): Promise<void> {
  const response = await fetch(web.url + path, { headers: { cookie: member.cookie } });
  await response.arrayBuffer();
}

/** Takes ballots for every vote, in an order of its own. */
async function checkIn(
  { assembly, members, decisions }: Session,
  group: number,
  arrivals = shuffled(members),
) {
  const held = new Map<string, Map<string, Credential>>(decisions.map((id) => [id, new Map()]));
  await inGroups(arrivals, group, async (member) => {
    const box = httpBallotBox(web.url, member.cookie);
    await look(member, `/live-session/${assembly.slug}`);
    for (const urn of await box.keys(assembly.id)) {
      const credential = await takeCredential(box, urn, member.personId);
      held.get(urn.decisionId)?.set(member.personId, credential);
    }
  });
  return held;
}

/** Everybody votes in one decision, in an order of its own; pages are loaded before and after. */
async function vote(
  { assembly, members }: Session,
  decisionId: string,
  group: number,
  credentials: ReadonlyMap<string, Credential>,
  voters = shuffled(members),
) {
  const urns = await httpBallotBox(web.url, "").keys(assembly.id);
  const urn = urns.find((one) => one.decisionId === decisionId);
  if (!urn) throw new Error("no urn");
  await inGroups(voters, group, async (member) => {
    const credential = credentials.get(member.personId);
    if (!credential) throw new Error("no credential");
    const option = ["for", "against", "abstain"][random.below(3)] ?? "for";
    await look(member, `/decisions/${decisionId}/secret`);
    const socket = await LiveClient.connect(web.url, { cookie: member.cookie });
    await socket.join(sessionRoom(assembly.id, "mine"));
    const ballot = await sealedBallot(urn, credential, { kind: "choice", option });
    // The browser's own pause before it sends, shortened.
    await pause(random.below(60));
    const answer = await httpBallotBox(web.url, "").cast(decisionId, ballot);
    if (!answer.ok) throw new Error(`refused: ${answer.code}`);
    await look(member, `/decisions/${decisionId}/receipt`);
    socket.close();
  });
}

/** Right links of every strategy over all the votes of a session. */
async function play(session: Session, from: string, truth: Map<string, Map<string, string>>) {
  const traces = await readStorage(pool, from, readFileSync(logFile, "utf8").split("\n"));
  const electors: KnownElector[] = session.members.map(({ personId, cookie }) => {
    const id = cookie.split("=")[1] ?? "";
    return { id: personId, aliases: [id, createHash("sha256").update(id).digest("hex")] };
  });
  const right = new Map<string, number>();
  for (const [, owners] of truth) {
    const credentials = [...owners.values()].sort();
    for (const { strategy, links } of guesses(traces, electors, credentials)) {
      const hits = [...links].filter(([id, credential]) => owners.get(id) === credential).length;
      right.set(strategy, (right.get(strategy) ?? 0) + hits);
    }
  }
  return right;
}

/** Whose is which, as only the electors know. */
function ownersOf(held: ReadonlyMap<string, Credential>): Map<string, string> {
  return new Map(
    [...held].map(([id, { credential }]) => [id, Buffer.from(credential).toString("hex")]),
  );
}

async function chairOf(session: Session) {
  const [chair] = await signInAs(container, [session.members[0]?.personId ?? ""]);
  if (!chair) throw new Error("nobody presides");
  return chair;
}

describe("an adversary who holds all of storage", () => {
  it.each([
    { group: 1, words: "one elector at a time" },
    { group: 2, words: "two at a time" },
    { group: ELECTORS, words: "all at once" },
  ])("links nobody to a ballot better than chance: $words", async ({ group }) => {
    const from = await walPosition(pool);
    const session = await prepare(VOTES);
    const held = await checkIn(session, group);
    // Sessions so old that the next page would renew them.
    await pool.query("UPDATE auth_session SET expires_at = now() + interval '1 hour'");
    const chair = await chairOf(session);
    const truth = new Map<string, Map<string, string>>();
    for (const decisionId of session.decisions) {
      const opened = await container.api.decisions.open(chair, {
        decisionId,
        overrideReason: "-",
      });
      expect(opened).toMatchObject({ ok: true });
      const credentials = held.get(decisionId) ?? new Map<string, Credential>();
      await vote(session, decisionId, group, credentials);
      const closed = await container.api.decisions.close(chair, { decisionId });
      expect(closed).toMatchObject({ ok: true });
      await container.api.decisions.jobs["decision.count"]({ decisionId });
      truth.set(decisionId, ownersOf(credentials));
    }
    const right = await play(session, from, truth);
    expect(right.size).toBeGreaterThan(20);
    const lucky = [...right].filter(([, hits]) => hits > CHANCE);
    expect(lucky).toEqual([]);
  });

  it("would link people who vote in the order in which they came", async () => {
    const from = await walPosition(pool);
    const session = await prepare(1);
    const [decisionId = ""] = session.decisions;
    const held = (await checkIn(session, 1, session.members)).get(decisionId) ?? new Map();
    const chair = await chairOf(session);
    await container.api.decisions.open(chair, { decisionId, overrideReason: "-" });
    await vote(session, decisionId, 1, held, session.members);
    const right = await play(session, from, new Map([[decisionId, ownersOf(held)]]));
    // A vacuum may free places that are used again: one order that holds is enough to link everybody.
    const found = ["transaction", "place", "write-ahead log"].map((order) =>
      right.get(`first in public.credential_issue by ${order}`),
    );
    expect(found).toContain(ELECTORS);
  });

  it("links every ballot cast without JavaScript, as the page says", async () => {
    const from = await walPosition(pool);
    const session = await prepare(1);
    const [decisionId = ""] = session.decisions;
    const chair = await chairOf(session);
    await container.api.decisions.open(chair, { decisionId, overrideReason: "-" });
    const { rows: before } = await pool.query("SELECT credential FROM secret_ballot");
    const known = new Set(before.map(hexOf));
    const owners = new Map<string, string>();
    const people = session.members.map(({ personId }) => personId);
    for (const actor of await signInAs(container, shuffled(people))) {
      const cast = await container.api.decisions.ballotBox.castWithoutScript(actor, {
        decisionId,
        electorId: actor.personId,
        content: encodeBallot({ kind: "choice", option: "for" }),
      });
      expect(cast).toMatchObject({ ok: true });
      const { rows } = await pool.query("SELECT credential FROM secret_ballot");
      const fresh = rows.map(hexOf).find((credential) => !known.has(credential)) ?? "";
      known.add(fresh);
      owners.set(actor.personId, fresh);
    }
    const right = await play(session, from, new Map([[decisionId, owners]]));
    expect(right.get("the same transaction")).toBe(ELECTORS);
  });
});

const hexOf = ({ credential }: { credential: Buffer }) => credential.toString("hex");
