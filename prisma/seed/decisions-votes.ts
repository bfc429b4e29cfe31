import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { ResolutionOption } from "../../app/domain/decisions/options.ts";
import { RESOLUTION_OPTIONS } from "../../app/domain/decisions/options.ts";
import { tallyResolution } from "../../app/domain/decisions/resolution.ts";
import { newReceipt } from "../../server/features/decisions/receipt.ts";
import type { Random } from "../../server/platform/random.ts";
import { systemRandom } from "../../server/platform/random.ts";
import { insertRows } from "./batch.ts";
import type { PlannedDecision } from "./decisions.ts";
import { demoId } from "./ids.ts";
import type { SeededRandom } from "./random.ts";

/** Shares by person on the roll, and who came and voted. */
export type Turnout = { roll: ReadonlyMap<string, number>; voters: readonly string[] };

type Ballot = { elector: string; option: ResolutionOption };

const MINUTE_MS = 60_000;
/** A vote every quarter of an hour, open for five minutes. */
const BETWEEN_VOTES_MS = 15 * MINUTE_MS;
export const OPEN_MS = 5 * MINUTE_MS;

/** When a past vote opened. */
export function openingOf({ assembly, position }: PlannedDecision): Date {
  return new Date(assembly.startsAt.getTime() + position * BETWEEN_VOTES_MS);
}

/** Presences, ballots and published counts of one past assembly, as its own acts would leave them. */
export async function seedVotes(
  client: ClientBase,
  random: SeededRandom,
  decisions: readonly PlannedDecision[],
  turnout: Turnout,
): Promise<void> {
  const assembly = decisions[0]?.assembly;
  if (!assembly) return;
  await insertPresences(client, assembly.id, assembly.startsAt, turnout.voters);
  const chance = receiptChance(random);
  for (const decision of decisions) {
    const ballots = dealBallots(random, decision, turnout.voters);
    const openedAt = openingOf(decision);
    await insertRows(
      client,
      "ballot",
      {
        decision_id: "uuid",
        elector_id: "uuid",
        option_id: "text",
        receipt: "text",
        cast_at: "timestamptz",
      },
      ballots.map(({ elector, option }) => ({
        decision_id: decision.id,
        elector_id: elector,
        option_id: option,
        receipt: newReceipt(chance),
        cast_at: new Date(openedAt.getTime() + random.below(OPEN_MS)),
      })),
    );
    await publishResolution(client, decision, turnout, ballots);
  }
}

/** Everybody present casts one ballot; the outcome says how many of each there are. */
function dealBallots(
  random: SeededRandom,
  { outcome }: PlannedDecision,
  voters: readonly string[],
): Ballot[] {
  if (!outcome) throw new Error("a past vote has an outcome");
  const options = RESOLUTION_OPTIONS.flatMap((option) =>
    Array.from({ length: outcome[option] }, () => option),
  );
  if (options.length !== voters.length) throw new Error("an outcome has one ballot a voter");
  return random
    .shuffle(voters)
    .map((elector, at) => ({ elector, option: options[at] ?? "abstain" }));
}

async function publishResolution(
  client: ClientBase,
  decision: PlannedDecision,
  turnout: Turnout,
  ballots: readonly Ballot[],
): Promise<void> {
  const count = (option: ResolutionOption) =>
    ballots.filter((ballot) => ballot.option === option).length;
  const report = tallyResolution({
    rule: decision.rule,
    counts: { for: count("for"), against: count("against"), abstain: count("abstain") },
    ...basesOf(turnout),
    holders: [],
  });
  const lines = ballots.map(({ elector, option }) => `${elector}:${option}`);
  await publishCount(client, decision, turnout, { report, lines });
}

type Bases = Record<"electorate" | "present", { persons: number; shares: number }>;

// The votes of one assembly have the same roll.
const BASES = new WeakMap<Turnout, Bases>();

function basesOf(turnout: Turnout): Bases {
  const known = BASES.get(turnout);
  if (known) return known;
  const { roll, voters } = turnout;
  const bases = {
    electorate: { persons: roll.size, shares: sharesOf(roll, [...roll.keys()]) },
    present: { persons: voters.length, shares: sharesOf(roll, voters) },
  };
  BASES.set(turnout, bases);
  return bases;
}

/** A vote that was opened, closed, counted and published; a line for each ballot, as its hash has it. */
export async function publishCount(
  client: ClientBase,
  decision: PlannedDecision,
  turnout: Turnout,
  { report, lines }: { report: object; lines: string[] },
): Promise<void> {
  const { electorate, present } = basesOf(turnout);
  const openedAt = openingOf(decision);
  const closedAt = new Date(openedAt.getTime() + OPEN_MS);
  const countedAt = new Date(closedAt.getTime() + MINUTE_MS);
  const publishedAt = new Date(countedAt.getTime() + MINUTE_MS);
  await client.query(
    `update decision set phase = 'published', opened_at = $2, closed_at = $3, counted_at = $4,
       published_at = $5, frozen = $6 where id = $1`,
    [
      decision.id,
      openedAt,
      closedAt,
      countedAt,
      publishedAt,
      {
        asOf: decision.assembly.day,
        ...electorate,
        presentPersons: present.persons,
        presentShares: present.shares,
        cast: lines.length,
      },
    ],
  );
  await client.query(
    "insert into tally (decision_id, report, ballots_hash, counted_at) values ($1, $2, $3, $4)",
    [
      decision.id,
      report,
      createHash("sha256").update(lines.toSorted().join("\n")).digest("hex"),
      countedAt,
    ],
  );
}

function sharesOf(roll: ReadonlyMap<string, number>, persons: readonly string[]): number {
  return persons.reduce((sum, person) => sum + (roll.get(person) ?? 0), 0);
}

/** Everybody who voted was there from the opening to the end. */
async function insertPresences(
  client: ClientBase,
  assemblyId: string,
  startsAt: Date,
  voters: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from attendance",
  );
  const first = (rows[0]?.count ?? 0) + 1;
  await insertRows(
    client,
    "attendance",
    {
      id: "uuid",
      assembly_id: "uuid",
      person_id: "uuid",
      arrived_at: "timestamptz",
      left_at: "timestamptz",
    },
    voters.map((person_id, at) => ({
      id: demoId("attendance", first + at),
      assembly_id: assemblyId,
      person_id,
      arrived_at: new Date(startsAt.getTime() - (at % 20) * MINUTE_MS),
      left_at: new Date(startsAt.getTime() + 150 * MINUTE_MS),
    })),
  );
}

/** Receipts that repeat with the seed. */
export function receiptChance(random: SeededRandom): Random {
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => random.below(256));
  return { ...systemRandom, bytes };
}
