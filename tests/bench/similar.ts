import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import type { Language } from "../../app/domain/kernel/languages.ts";
import { stems } from "../../app/domain/kernel/word-stems.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { signIn } from "../support/electors.ts";
import { withCooperative } from "./cooperative.ts";
import { cpuSeconds } from "./cpu.ts";
import { fillWall } from "./crowded-line.ts";
import { median } from "./figures.ts";
import { publish } from "./publish.ts";

const SLUG = "metiers-de-la-scene";
const PROPOSALS = 5_000;
const ROUNDS = 3;
const SECONDS = 10;

/**
 * How long the job takes that compares 5,000 proposals in three languages, from a coordinator's click
 * to pairs in the database. The floor is what any comparison of words must do at least: cut each text
 * into its words once, in one process.
 */
await withCooperative(async ({ pool, url, jobsPid }) => {
  const written = await fillWall(pool, SLUG, PROPOSALS);
  const [coordinator] = await signIn(pool, [persona("moderator").personId]);
  const socket = await LightSocket.connect(url, coordinator?.cookie ?? "");
  const rounds: { floor: number; took: number; cpu: number; seen: number; found: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    for (const { sentence, paragraph, language } of written) {
      stems(`${sentence} ${paragraph}`, language as Language);
    }
    const floor = (performance.now() - started) / 1_000;
    const cpu = cpuSeconds(jobsPid);
    const job = await compare(pool, socket);
    rounds.push({ floor, ...job, cpu: cpuSeconds(jobsPid) - cpu });
  }
  socket.close();

  const of = (figure: (round: (typeof rounds)[number]) => number) => median(rounds.map(figure));
  const took = of((round) => round.took);
  publish("similar", { proposals: PROPOSALS, texts: written.length, rounds }, [
    {
      what: `floor: ${written.length} texts cut into words once`,
      value: `${of(({ floor }) => floor).toFixed(1)} s`,
    },
    {
      what: `${PROPOSALS} proposals compared, from the click to ${of(({ found }) => found)} pairs`,
      value: `${took.toFixed(1)} s`,
      bound: `≤ ${SECONDS} s`,
      holds: took <= SECONDS,
    },
    { what: "of these on the processor of the job", value: `${of(({ cpu }) => cpu).toFixed(1)} s` },
    { what: "ratio", value: `${of((round) => round.took / round.floor).toFixed(2)} ×` },
    { what: "steps of its progress that were seen", value: String(of(({ seen }) => seen)) },
  ]);
});

/** Asks for a comparison and looks on until it is done; `seen`: how many stages of it. */
async function compare(pool: Pool, socket: LightSocket) {
  const started = performance.now();
  const asked = await socket.command(randomUUID(), "proposal.compare", { slug: SLUG });
  if (!asked.ok) throw new Error(`No comparison: ${asked.error.code}`);
  const seen = new Set<number>();
  for (;;) {
    const { rows } = await pool.query<{ state: string; done: number; found: number }>(
      `SELECT s.state, s.done, s.found FROM proposal_search s
       JOIN workers_assembly a ON a.id = s.workers_assembly_id WHERE a.slug = $1`,
      [SLUG],
    );
    const search = rows[0]!;
    seen.add(search.done);
    if (search.state === "done") {
      const took = (performance.now() - started) / 1_000;
      return { took, seen: seen.size, found: search.found };
    }
    await pause(50);
  }
}
