import type { Pool } from "pg";
import { peopleOnRoll, signIn } from "../support/electors.ts";
import { withCooperative } from "./cooperative.ts";
import { fillLedger, fillWall } from "./crowded-line.ts";
import { median, percentile } from "./figures.ts";
import { publish, type Row } from "./publish.ts";

const WARM_UP = 30;
const REQUESTS = 150;
const ROUNDS = 3;
const BOUND = 3;
const FLOOR = "/dev/empty";
/** The workers' assembly that gathers proposals, and how many it has; as many items in the ledger. */
const LINE = "/workers-assembly/metiers-de-la-scene";
const CROWD = 5_000;

/**
 * p95 of the main pages for a signed-in member at the full size of the demo, against a Remix route
 * with nothing on it, in the same server. Pages and floor take turns, request by request.
 */
await withCooperative(async ({ pool, url, assemblyId, slug, openDecisions, publishQuestions }) => {
  await publishQuestions(12);
  const [decisionId] = await openDecisions(1);
  await fillWall(pool, LINE.split("/").at(-1)!, CROWD);
  await fillLedger(pool, CROWD);
  const [member] = await signIn(pool, await peopleOnRoll(pool, assemblyId, 1));
  if (!member) throw new Error("nobody is on the roll");
  const pages = [
    "/",
    "/assembly",
    `/assembly/${slug}`,
    `/live-session/${slug}`,
    `/decisions/${decisionId}`,
    "/reports/figures",
    `${LINE}/proposals`,
    `${LINE}/proposals?words=repetition&page=2`,
    "/ledger",
    "/ledger/state",
    `/ledger/state?on=${await dayBefore(pool)}`,
  ];

  const time = async (path: string) => {
    const started = performance.now();
    const response = await fetch(url + path, { headers: { cookie: member.cookie } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return performance.now() - started;
  };
  for (let index = 0; index < WARM_UP; index += 1) {
    for (const path of [FLOOR, ...pages]) await time(path);
  }

  const rounds: Map<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = new Map([FLOOR, ...pages].map((path) => [path, [] as number[]]));
    for (let index = 0; index < REQUESTS; index += 1) {
      for (const [path, values] of times) values.push(await time(path));
    }
    rounds.push(new Map([...times].map(([path, values]) => [path, percentile(values, 0.95)])));
  }

  const p95 = (path: string) => median(rounds.map((round) => round.get(path) ?? Number.NaN));
  const ratio = (path: string) =>
    median(rounds.map((round) => (round.get(path) ?? NaN) / (round.get(FLOOR) ?? NaN)));
  const rows: Row[] = pages.map((path) => ({
    what: `\`${path.replace(decisionId ?? "", ":decisionId").replace(slug, ":slug")}\` p95`,
    value: `${p95(path).toFixed(1)} ms, ${ratio(path).toFixed(2)} ×`,
    bound: `≤ ${BOUND} ×`,
    holds: ratio(path) <= BOUND,
  }));
  const figures = Object.fromEntries([FLOOR, ...pages].map((path) => [path, p95(path)]));
  publish("pages", { requests: REQUESTS, rounds: ROUNDS, p95: figures }, [
    { what: "floor: an empty route, p95", value: `${p95(FLOOR).toFixed(1)} ms` },
    ...rows,
  ]);
});

/** A day on which much was already in the ledger, and not yet all. */
async function dayBefore(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ day: string }>(
    `SELECT to_char(percentile_disc(0.8) WITHIN GROUP (ORDER BY at), 'YYYY-MM-DD') AS day
     FROM ledger_move`,
  );
  return rows[0]?.day ?? "";
}
