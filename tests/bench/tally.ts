import type { BallotGroup } from "../../app/domain/decisions/profile.ts";
import { countBy, type MethodName } from "../../app/domain/decisions/registry.ts";
import { tieBreaker } from "../../app/domain/decisions/tie.ts";
import { median } from "./figures.ts";
import { publish, type Row } from "./publish.ts";
import { approvals, asPlaces, OPTIONS, rankings } from "./tally-ballots.ts";
import { countInJob } from "./tally-job.ts";
import { countMillions } from "./tally-millions.ts";

const BALLOTS = 42_000;
const ROUNDS = 9;
const LOT = { kind: "lot", seed: "bench" } as const;

type Measured = { method: MethodName; seats?: number; bound?: number };
const RANKED: Measured[] = [
  { method: "schulze", bound: 1.5 },
  { method: "ranked-pairs", bound: 1.5 },
  { method: "stv", seats: 8, bound: 4 },
  { method: "irv" },
];
const APPROVED: Measured[] = [
  { method: "equal-shares", seats: 8, bound: 20 },
  { method: "approval", seats: 8 },
];

/**
 * How long counts take, as multiples of a floor in the same run: building only the matrix of
 * pairwise comparisons in plain JavaScript, from ballots that already lie in a typed array. The
 * counts start from ballots as objects, and check them. Before that a million different ballots in a
 * thread, while this process keeps a heartbeat, and in the real job process.
 */
const million = await countMillions();
const job = await countInJob();
const ratios = measureRatios();
publish("tally", { ratios, million, job }, [...ratios.rows, ...million.rows, ...job]);

function measureRatios(): { floorMs: number; rows: Row[] } {
  const ranked = [...rankings(BALLOTS)];
  const approved = [...approvals(BALLOTS)];
  const places = asPlaces(ranked);
  const cases = [
    ...RANKED.map((measured) => ({ ...measured, ballots: ranked })),
    ...APPROVED.map((measured) => ({ ...measured, ballots: approved })),
  ];
  const rounds: { floor: number; counts: number[] }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const floor = timed(() => buildMatrix(places));
    const counts = cases.map((each) => timed(() => count(each, each.ballots)));
    // The first round warms.
    if (round > 0) rounds.push({ floor, counts });
  }
  const floorMs = median(rounds.map(({ floor }) => floor));
  return {
    floorMs,
    rows: [
      {
        what: `floor: pairwise matrix of ${BALLOTS} ballots over ${OPTIONS.length} options`,
        value: `${floorMs.toFixed(0)} ms`,
      },
      ...cases.map(({ method, seats, bound }, at): Row => {
        const ratio = median(rounds.map(({ floor, counts }) => counts[at]! / floor));
        const ms = median(rounds.map(({ counts }) => counts[at]!));
        return {
          what: `${seats ? `${method}, ${seats} of ${OPTIONS.length}` : method}, ${BALLOTS} ballots`,
          value: `${ms.toFixed(0)} ms, ${ratio.toFixed(2)} ×`,
          ...(bound ? { bound: `≤ ${bound} ×`, holds: ratio <= bound } : {}),
        };
      }),
    ],
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The floor. Every ballot ranks all options. */
function buildMatrix(places: Uint8Array): Int32Array {
  const size = OPTIONS.length;
  const matrix = new Int32Array(size * size);
  for (let start = 0; start < places.length; start += size) {
    for (let i = 0; i < size; i += 1) {
      const row = places[start + i]! * size;
      for (let j = i + 1; j < size; j += 1) matrix[row + places[start + j]!]! += 1;
    }
  }
  return matrix;
}

function count({ method, seats }: Measured, ballots: readonly BallotGroup[]): void {
  const counted = countBy(
    method,
    { options: OPTIONS, ballots },
    seats ? { seats } : {},
    tieBreaker(LOT),
  );
  if (!counted.ok) throw new Error(`${method} refused: ${counted.refusal.code}`);
}
