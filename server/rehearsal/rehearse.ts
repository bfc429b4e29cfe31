import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import {
  lengthsFor,
  planMember,
  type RehearsalLengths,
  type RehearsalReport,
} from "#domain/live-session/rehearsal.ts";
import { seededRandom } from "../platform/random.ts";
import { moderate, preside, watcher, type Watcher } from "./bureau.ts";
import { checkKept } from "./check-kept.ts";
import { Measures } from "./measures.ts";
import { SyntheticMember } from "./member.ts";
import { startProcess, type ServerProcess } from "./processes.ts";
import { buildScene, type Original, type Scene } from "./scene.ts";
import { Stage } from "./stage.ts";

export type RehearsalOptions = {
  /** An empty, migrated database that nobody needs afterwards. */
  databaseUrl: string;
  members: number;
  /** The same seed makes the same people do the same things. */
  seed: number;
  /** The session to copy; without it one is invented. */
  original?: Original | undefined;
  /** Shorter or longer than usual, for tests. */
  lengths?: Partial<RehearsalLengths>;
  /** From 0 to 1. */
  progress?: (done: number) => void;
};

/** Members whose whole view is kept by deltas and compared with a fresh one at the end. */
const WITNESSES = 5;
const PAGE_EVERY_MS = 1_000;
/** After the last vote everybody is back, and every act answered, within this. */
const PATIENCE_MS = 60_000;
/** Deltas on their way arrive within this. */
const SETTLE_MS = 3_000;

/**
 * Plays a session with invented members against the real processes, started for it on this machine
 * and on a database of its own, and reports what broke, how fast it was, and whether every
 * acknowledged act was kept.
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalReport> {
  const { databaseUrl, members } = options;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  pool.on("error", () => undefined);
  const processes: ServerProcess[] = [];
  try {
    const scene = await buildScene(pool, members, options.original);
    // No Redis, no mail, a key of its own: nothing that happens here can leave.
    const env = { PALABRE_DEMO: "0", PALABRE_KEY: randomBytes(32).toString("base64url") };
    processes.push(await startProcess("jobs", { databaseUrl, env }));
    const web = await startProcess("web", { databaseUrl, env });
    processes.push(web);
    return await play(pool, web, processes, scene, options);
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
    await pool.end();
  }
}

async function play(
  pool: pg.Pool,
  { url }: ServerProcess,
  processes: readonly ServerProcess[],
  scene: Scene,
  options: RehearsalOptions,
): Promise<RehearsalReport> {
  const started = performance.now();
  const measures = new Measures();
  const stage = new Stage(scene.assemblyId, scene.decisionIds);
  const random = seededRandom(options.seed);
  const lengths = { ...lengthsFor(options.members, scene.decisionIds.length), ...options.lengths };
  const members = scene.members.map(
    (caller) =>
      new SyntheticMember(
        url,
        caller,
        planMember(random.below, lengths),
        stage,
        measures,
        random.below,
      ),
  );
  const bureau = await openSession(url, scene, measures);
  const witnesses = await watch(url, scene, measures);

  const pages = loadPages(url, scene, stage, measures);
  const moderating = moderate(bureau.moderator, stage);
  const living = new Set(members);
  const lives = members.map((member) =>
    member.live(performance.now()).then(() => living.delete(member)),
  );
  const report = options.progress ?? (() => undefined);
  await preside(bureau.chair, stage, lengths, members, report);
  await Promise.race([
    Promise.all([...lives, pages, moderating]),
    pause(PATIENCE_MS, undefined, { ref: false }),
  ]);
  // Whoever is still on the way then has not been let in again.
  if (living.size > 0) measures.breaks("not-let-in", "…", living.size);

  await pause(SETTLE_MS);
  await compareViews(url, scene, witnesses, measures);
  for (const process of processes)
    if (!process.lives()) measures.breaks("process-died", process.url);
  for (const { line } of [...members, bureau.chair, bureau.moderator, ...witnesses]) line.close();
  const acts = await checkKept(pool, members, measures);
  return {
    members: options.members,
    seconds: Math.round((performance.now() - started) / 1_000),
    votes: scene.decisionIds.length,
    leftOut: scene.leftOut,
    acts,
    ...measures.sum(),
  };
}

async function openSession(url: string, scene: Scene, measures: Measures) {
  const { assemblyId } = scene;
  const chair = watcher(url, scene.chair, assemblyId, "chair", measures);
  const moderator = watcher(url, scene.moderator, assemblyId, "moderator", measures);
  await Promise.all([chair.line.connect(), moderator.line.connect()]);
  await chair.act("session.open", { assemblyId });
  await chair.act("questions.open", { assemblyId, open: true });
  return { chair, moderator };
}

async function watch(url: string, scene: Scene, measures: Measures): Promise<Watcher[]> {
  const witnesses = scene.members
    .slice(0, WITNESSES)
    .map((caller) => watcher(url, caller, scene.assemblyId, "member", measures));
  await Promise.all(witnesses.map(({ line }) => line.connect()));
  return witnesses;
}

/** Somebody without the live part loads the page of the session again and again. */
async function loadPages(
  url: string,
  { slug, members: [reader] }: Scene,
  stage: Stage,
  measures: Measures,
): Promise<void> {
  let over = false;
  void stage.over.then(() => (over = true));
  while (!over) {
    const started = performance.now();
    try {
      const headers = { cookie: reader?.cookie ?? "" };
      const response = await fetch(`${url}/live-session/${slug}`, { headers });
      await response.arrayBuffer();
      if (!response.ok) measures.breaks("page-failed", String(response.status));
      measures.time("page", performance.now() - started);
    } catch (error) {
      measures.breaks("page-failed", (error as Error).message);
    }
    await pause(PAGE_EVERY_MS);
  }
}

/** What deltas made of a view is what somebody sees who comes in now. */
async function compareViews(
  url: string,
  scene: Scene,
  witnesses: readonly Watcher[],
  measures: Measures,
): Promise<void> {
  const fresh = watcher(url, scene.chair, scene.assemblyId, "member", measures);
  await fresh.line.connect();
  for (const witness of witnesses)
    if (witness.differs(fresh)) measures.breaks("view-differs", witness.room);
  fresh.line.close();
}
