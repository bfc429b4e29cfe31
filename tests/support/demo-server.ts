import pg from "pg";
import { ASSEMBLY } from "../../prisma/seed/assembly-ids.ts";
import { persona } from "../../prisma/seed/personas.ts";
import type { QuestionMode } from "../../app/domain/live-session/rounds.ts";
import type { CommandMap, CommandType } from "../../app/wire/commands.ts";
import { createFilledDatabase } from "./database.ts";
import { signIn } from "./electors.ts";
import { LiveClient } from "./live-client.ts";
import { freePort, startWhole, type ServerProcess } from "./server-process.ts";
import { seedSettledDemo } from "./settled-demo.ts";

/** The demo cooperative behind the real server, as built, on a database of its own. */
export type DemoServer = {
  url: string;
  pool: pg.Pool;
  /** The assembly of today. */
  assemblyId: string;
  slug: string;
  /** The value of a session cookie for a demo person, as signing in would give. */
  cookieOf: (personaKey: string) => Promise<string>;
  /** Does something as a demo person without a browser; a refusal fails the test. */
  act: <T extends CommandType>(
    personaKey: string,
    type: T,
    payload: CommandMap[T]["payload"],
  ) => Promise<CommandMap[T]["result"]>;
  /** Today's session is live, at this station of its agenda; questions are open. */
  bringSessionTo: (position: number) => Promise<void>;
  /** Opens the vote with this place on today's agenda, counted from 1, and returns its id. */
  openVote: (place: number, overrideReason?: string) => Promise<string>;
  /** How questions of today are chosen (app/domain/live-session/rounds.ts). */
  chooseQuestions: (mode: QuestionMode) => Promise<void>;
  /** SIGKILL: no goodbye. */
  killServer: () => Promise<void>;
  startServer: () => Promise<void>;
  close: () => Promise<void>;
};

const assemblyId = ASSEMBLY.ofToday;
const NTH_DECISION = `
  SELECT decision.id FROM decision JOIN agenda_item item ON item.id = decision.item_id
  WHERE decision.assembly_id = $1 AND NOT decision.rehearsal
  ORDER BY item.position, decision.position OFFSET $2 LIMIT 1`;

export async function startDemoServer(): Promise<DemoServer> {
  const database = await createFilledDatabase("settled_demo", seedSettledDemo);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // Nobody waits until a stream was heard, but in tests of just that.
  await pool.query("UPDATE site SET stream = stream - 'embed' - 'delay'");
  const port = await freePort();
  const options = { databaseUrl: database.url, port };
  let server: ServerProcess = await startWhole(options);
  const { url } = server;
  const cookieOf = async (key: string) => {
    const [signedIn] = await signIn(pool, [persona(key).personId]);
    return signedIn?.cookie.split("=")[1] ?? "";
  };
  const act: DemoServer["act"] = async (key, type, payload) =>
    send(url, `palabre_session=${await cookieOf(key)}`, type, payload);
  return {
    url,
    pool,
    assemblyId,
    slug: (await oneRow<{ slug: string }>(pool, "SELECT slug FROM assembly WHERE id = $1")).slug,
    cookieOf,
    act,
    bringSessionTo: async (position) => {
      const { phase } = await oneRow<{ phase: string }>(
        pool,
        "SELECT phase FROM assembly WHERE id = $1",
      );
      if (phase === "convened") await act("chair", "session.open", { assemblyId });
      const item = await oneRow<{ id: string }>(
        pool,
        "SELECT id FROM agenda_item WHERE assembly_id = $1 AND position = $2",
        position,
      );
      await act("chair", "agenda.go", { assemblyId, itemId: item.id });
      await act("chair", "questions.open", { assemblyId, open: true });
    },
    openVote: async (place, overrideReason = "") => {
      const { id } = await oneRow<{ id: string }>(pool, NTH_DECISION, place - 1);
      await act("chair", "decision.open", { decisionId: id, overrideReason });
      return id;
    },
    chooseQuestions: async (mode) => {
      const values = [assemblyId, mode];
      await pool.query("UPDATE assembly SET question_mode = $2 WHERE id = $1", values);
    },
    killServer: () => server.kill(),
    startServer: async () => {
      server = await startWhole(options);
    },
    close: async () => {
      await Promise.all([server.stop(), pool.end()]);
      await database.drop();
    },
  };
}

/** Something about today's assembly, whose id is the first parameter. */
async function oneRow<R extends pg.QueryResultRow>(
  pool: pg.Pool,
  sql: string,
  ...more: unknown[]
): Promise<R> {
  const { rows } = await pool.query<R>(sql, [assemblyId, ...more]);
  if (!rows[0]) throw new Error(`nothing found: ${sql}`);
  return rows[0];
}

async function send<T extends CommandType>(
  url: string,
  cookie: string,
  type: T,
  payload: CommandMap[T]["payload"],
): Promise<CommandMap[T]["result"]> {
  const client = await LiveClient.connect(url, { cookie });
  const answer = await client.command<CommandMap[T]["result"]>(type, payload);
  client.close();
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.error.code}`);
  return answer.result;
}
