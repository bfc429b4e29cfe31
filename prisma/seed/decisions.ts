import type { ClientBase } from "pg";
import { RESOLUTION_OPTIONS } from "../../app/domain/decisions/options.ts";
import type { ResolutionRule } from "../../app/domain/decisions/resolution.ts";
import { ruleFor } from "../../app/domain/decisions/statute-profile.ts";
import type { SeededAssemblies, SeededAssembly } from "./assembly.ts";
import { insertRows } from "./batch.ts";
import { seedElectionVotes } from "./decisions-election-votes.ts";
import type { SeedElection } from "./decisions-elections.ts";
import { ELECTIONS_OF_2024 } from "./decisions-elections-past.ts";
import { seedVotes } from "./decisions-votes.ts";
import { decisionsOf2024, decisionsWithoutQuorum } from "./decisions-past.ts";
import { DEMO_PROFILE } from "./decisions-profile.ts";
import type { SeedDecision } from "./decisions-today.ts";
import { decisionsToday } from "./decisions-today.ts";
import { demoId } from "./ids.ts";
import type { PersonRow } from "./membership-people.ts";
import { PERSONAS } from "./personas.ts";
import type { SeededRandom } from "./random.ts";

export const PROFILE_VERSION = "demo-1";

/** The demo's statutes (decisions-profile.ts). */
export async function seedProfile(client: ClientBase): Promise<void> {
  await client.query(
    "insert into statute_profile (version, effective_from, values) values ($1, $2, $3)",
    [PROFILE_VERSION, "2022-06-21", DEMO_PROFILE],
  );
}

/** A decision with everything that its votes need. */
export type PlannedDecision = SeedDecision & {
  id: string;
  position: number;
  assembly: SeededAssembly;
  /** Of a resolution: of an election, its settings. */
  rule: ResolutionRule;
};

/** How many people voted at each past assembly; the second number is invented. */
const VOTERS = { of2024: 841, withoutQuorum: 312 };

/** Who voted at the past assemblies, and how many stood on the roll of 2024. */
export type SeededDecisions = { voters: string[]; rollOf2024: number };

/** Drafts for today; for the past, ballots by name with their counts, published. */
export async function seedDecisions(
  client: ClientBase,
  random: SeededRandom,
  assemblies: SeededAssemblies,
  people: { coopted: PersonRow; elected: readonly PersonRow[] },
): Promise<SeededDecisions> {
  const { of2024, withoutQuorum, ofToday } = assemblies;
  const lastYear = Number(ofToday.day.slice(0, 4)) - 1;
  const past2024 = plan(of2024, decisionsOf2024(people.elected.map(fullName)), 1);
  const carence = plan(withoutQuorum, decisionsWithoutQuorum(), 21);
  const elections = plan(of2024, ELECTIONS_OF_2024, 61, past2024.length);
  const drafts = plan(ofToday, decisionsToday(lastYear, fullName(people.coopted)), 41);

  await insertDecisions(client, [...past2024, ...elections, ...carence, ...drafts]);
  const roll2024 = await readRoll(client, of2024.id);
  const voters2024 = draw(random, [...roll2024.keys()], VOTERS.of2024);
  await seedVotes(client, random, past2024, { roll: roll2024, voters: voters2024 });
  const laterRoll = await readRoll(client, withoutQuorum.id);
  const stillMembers = voters2024.filter((id) => laterRoll.has(id));
  const laterVoters = draw(random, stillMembers, VOTERS.withoutQuorum);
  await seedVotes(client, random, carence, { roll: laterRoll, voters: laterVoters });
  await seedElectionVotes(client, random, elections, { roll: roll2024, voters: voters2024 });
  return { voters: laterVoters, rollOf2024: roll2024.size };
}

export function fullName(person: PersonRow): string {
  return `${person.given_name} ${person.family_name}`;
}

function plan<D extends SeedDecision>(
  assembly: SeededAssembly,
  decisions: readonly D[],
  firstId: number,
  after = 0,
): (D & PlannedDecision)[] {
  return decisions.map((decision, at) => ({
    ...decision,
    id: demoId("decision", firstId + at),
    position: after + at + 1,
    assembly,
    rule: ruleFor(DEMO_PROFILE, decision.matter, decision),
  }));
}

async function insertDecisions(
  client: ClientBase,
  decisions: readonly PlannedDecision[],
): Promise<void> {
  await insertRows(
    client,
    "decision",
    {
      id: "uuid",
      assembly_id: "uuid",
      item_id: "uuid",
      position: "int",
      texts: "jsonb",
      legal_basis: "text",
      legal_channel: "text",
      method: "text",
      rule: "jsonb",
      rehearsal: "bool",
      tie_rule: "text",
      ballot_kind: "text",
      seal: "text",
      profile_version: "text",
    },
    decisions.map(({ id, assembly, item, position, texts, legalBasis, rule, seal, election }) => ({
      id,
      assembly_id: assembly.id,
      item_id: assembly.itemIds.get(item),
      position,
      texts,
      legal_basis: legalBasis,
      ...(election ? ruledByMethod(election) : { ...RESOLUTION_RULED, rule }),
      ballot_kind: seal ? "secret" : "named",
      seal: seal ?? "none",
      profile_version: PROFILE_VERSION,
    })),
  );
  await insertRows(
    client,
    "decision_option",
    { decision_id: "uuid", id: "text", position: "int", label: "jsonb" },
    decisions.flatMap(({ id, election }) =>
      (election?.options ?? RESOLUTION_OPTIONS.map((option) => ({ id: option, label: {} }))).map(
        (option, at) => ({ decision_id: id, ...option, position: at + 1 }),
      ),
    ),
  );
}

const RESOLUTION_RULED = {
  legal_channel: "live_remote",
  method: "resolution",
  rehearsal: false,
  tie_rule: DEMO_PROFILE.resolutionTie.value === "casting_vote" ? "casting" : "not_adopted",
};

function ruledByMethod({ method, settings, rehearsal = false, statutory = false }: SeedElection) {
  return {
    legal_channel: statutory ? "live_remote" : "consultation",
    method,
    rule: settings,
    rehearsal,
    tie_rule: "lot",
  };
}

/** Shares on the roll by person. */
async function readRoll(client: ClientBase, assemblyId: string): Promise<Map<string, number>> {
  const { rows } = await client.query<{ person_id: string; shares: number }>(
    "select person_id, shares from roll_entry where assembly_id = $1 order by person_id",
    [assemblyId],
  );
  return new Map(rows.map((row) => [row.person_id, row.shares]));
}

/** Voters by lot; the personas who were on the roll all took part, so that they have a past. */
function draw(random: SeededRandom, roll: readonly string[], count: number): string[] {
  const personas = new Set(PERSONAS.map(({ personId }) => personId));
  const known = roll.filter((id) => personas.has(id));
  const others = roll.filter((id) => !personas.has(id));
  return [...known, ...random.shuffle(others)].slice(0, count);
}
