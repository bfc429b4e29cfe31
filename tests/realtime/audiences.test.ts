import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { JoinAnswer, SessionAudience } from "#wire/protocol.ts";
import { sessionRoom } from "#wire/protocol.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../support/live-assembly.ts";
import { LiveClient } from "../support/live-client.ts";
import { startWeb, type ServerProcess } from "../support/server-process.ts";

/** Words that stand in the database, each of which somebody may not read. */
const MARKS = [
  "published-question",
  "own-question",
  "waiting-question",
  "statutory-waiting",
  "withdrawn-question",
  "silent-question",
  "hidden-author",
  "refusal-note",
  "incident-of-the-day",
  "word-for-the-bureau",
  "word-for-members",
  "uncounted-word",
  "receipt-of-another",
] as const;
type Mark = (typeof MARKS)[number];

/** All that each audience may read of them; anything else is a leak. */
const MAY_READ: Record<SessionAudience, readonly Mark[]> = {
  member: ["published-question", "own-question", "word-for-members"],
  screen: ["published-question", "own-question"],
  mine: ["own-question", "refusal-note"],
  moderator: [
    "published-question",
    "own-question",
    "waiting-question",
    "statutory-waiting",
    "silent-question",
    "hidden-author",
    "word-for-the-bureau",
    "word-for-members",
    "uncounted-word",
  ],
  chair: [
    "published-question",
    "own-question",
    "statutory-waiting",
    "incident-of-the-day",
    "word-for-the-bureau",
    "word-for-members",
    "uncounted-word",
  ],
};

const ROLE: Partial<Record<SessionAudience, string>> = {
  screen: "organiser",
  moderator: "moderator",
  chair: "chair",
};
const AUDIENCES = Object.keys(MAY_READ) as SessionAudience[];
/** Written while the reader was away. */
const later = (audience: SessionAudience) => `written-meanwhile-${audience}`;

let database: TestDatabase;
let pool: pg.Pool;
let web: ServerProcess;
let assembly: LiveAssembly;
let people: SignedIn[];
const open: LiveClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, 12);
  people = await signIn(
    pool,
    assembly.electors.map(({ id }) => id),
  );
  await writeMarks();
  web = await startWeb({ databaseUrl: database.url });
});

beforeEach(() => pool.query("DELETE FROM role_grant"));
afterEach(() => open.splice(0).forEach((client) => client.close()));

afterAll(async () => {
  await web.stop();
  await pool.end();
  await database.drop();
});

const personOf = (index: number) => people[index]?.personId ?? "";

/** The reader of every test is the first person; what is hidden belongs to the second. */
async function writeMarks(): Promise<void> {
  await pool.query("UPDATE person SET family_name = 'hidden-author' WHERE id = $1", [personOf(1)]);
  const question = (index: number, text: string, columns: Record<string, unknown>) => {
    const row = {
      id: randomUUID(),
      assembly_id: assembly.id,
      author_id: personOf(index),
      kind: "open",
      language: "fr",
      text,
      name_hidden: true,
      created_at: new Date(),
      ...columns,
    };
    return pool.query(
      `INSERT INTO question (${Object.keys(row).join(", ")})
       VALUES (${Object.keys(row)
         .map((_, at) => `$${at + 1}`)
         .join(", ")})`,
      Object.values(row),
    );
  };
  await question(1, "published-question", { state: "published", number: 1 });
  await question(0, "own-question", { state: "published", number: 2, name_hidden: false });
  await question(1, "waiting-question", { state: "received" });
  await question(1, "statutory-waiting", { state: "received", kind: "statutory" });
  await question(1, "withdrawn-question", { state: "withdrawn" });
  await question(1, "silent-question", { state: "published", number: 3, silent: true });
  await question(0, "own-question refused", {
    state: "refused",
    refusal_reason: "personal",
    refusal_note: "refusal-note",
  });
  await writeBureau();
}

async function writeBureau(): Promise<void> {
  await pool.query(
    `INSERT INTO incident (assembly_id, kind, at, noted_at, noted_by, what)
     VALUES ($1, 'other', now(), now(), $2, 'incident-of-the-day')`,
    [assembly.id, personOf(2)],
  );
  await pool.query(
    `INSERT INTO session_notice (assembly_id, texts, audiences, sent_at, sent_by)
     VALUES ($1, '{"fr":"word-for-the-bureau"}', '{bureau}', now(), $2),
       ($1, '{"fr":"word-for-members"}', '{members}', now(), $2)`,
    [assembly.id, personOf(2)],
  );
  await pool.query(
    `WITH asked AS (
       INSERT INTO poll (assembly_id, kind, texts, state, key, created_at)
       VALUES ($1, 'words', '{"fr":"Un mot ?"}', 'open', '\\x00', now()) RETURNING id
     ), said AS (
       INSERT INTO poll_answer (poll_id, voter, said) SELECT id, 'x', '{uncounted-word}' FROM asked
     )
     INSERT INTO poll_word (poll_id, word, shown) SELECT id, 'uncounted-word', false FROM asked`,
    [assembly.id],
  );
  const decisionId = await createDecision(pool, assembly);
  await pool.query(
    `INSERT INTO ballot (decision_id, elector_id, option_id, receipt, cast_at)
     VALUES ($1, $2, 'against', 'receipt-of-another', now())`,
    [decisionId, personOf(1)],
  );
}

/** The reader with the role that the audience asks for, and all that ever reached them. */
async function reader(audience: SessionAudience) {
  const role = ROLE[audience];
  if (role) await grantRole(pool, personOf(0), role);
  const client = await LiveClient.connect(web.url, { cookie: people[0]?.cookie ?? "" });
  open.push(client);
  const heard: string[] = [];
  client.socket.onAny((...message) => heard.push(JSON.stringify(message)));
  const join = async (room = sessionRoom(assembly.id, audience), since?: number) => {
    const message = since === undefined ? { room } : { room, since };
    const answer = (await client.socket.emitWithAck("join", message)) as JoinAnswer;
    heard.push(JSON.stringify(answer));
    return answer;
  };
  return { client, join, heard: () => heard.join("\n") };
}

function marksIn(text: string): Mark[] {
  return MARKS.filter((mark) => text.includes(mark));
}

it.each(AUDIENCES)(
  "%s: is told what is theirs, and nothing else, also after coming back",
  async (audience) => {
    const { client, join, heard } = await reader(audience);
    const first = await join();
    if (!first.ok) throw new Error(first.error.code);
    expect(marksIn(heard()).sort()).toEqual([...MAY_READ[audience]].sort());

    // Away for a moment, with a number from which to go on.
    client.socket.io.engine.close();
    await expect.poll(() => client.socket.connected).toBe(true);
    await pool.query("UPDATE assembly SET questions_open = NOT questions_open WHERE id = $1", [
      assembly.id,
    ]);
    const again = await join(undefined, first.seq);
    expect(again.ok).toBe(true);
    expect(marksIn(heard()).sort()).toEqual([...MAY_READ[audience]].sort());
  },
);

it.each(["moderator", "chair", "screen"] as const)(
  "%s: who lost the role while away is told nothing more, whatever number they go on from",
  async (audience) => {
    const { client, join, heard } = await reader(audience);
    const first = await join();
    if (!first.ok) throw new Error(first.error.code);
    client.socket.io.engine.close();
    await pool.query("DELETE FROM role_grant");
    await pool.query(
      `INSERT INTO question (id, assembly_id, author_id, kind, state, language, text, created_at)
       VALUES (uuidv7(), $1, $2, 'statutory', 'received', 'fr', $3, now())`,
      [assembly.id, personOf(1), later(audience)],
    );
    await expect.poll(() => client.socket.connected).toBe(true);
    for (const since of [undefined, 0, first.seq]) {
      const answer = await join(undefined, since);
      expect(answer).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(heard()).not.toContain(later(audience));
  },
);

it("mine: nobody can name somebody else's", async () => {
  const { join, heard } = await reader("mine");
  const room = `${sessionRoom(assembly.id, "mine")}/${personOf(1)}`;
  expect(await join(room)).toMatchObject({ ok: false, error: { code: "unknown-room" } });
  expect(heard()).not.toContain("receipt-of-another");
});
