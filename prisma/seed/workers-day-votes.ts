import type { ClientBase } from "pg";
import {
  type BallotContent,
  encodeBallot,
  type Stance,
} from "../../app/domain/decisions/ballot.ts";
import { ballotOf } from "../../app/domain/decisions/ballot-of.ts";
import {
  designOf,
  optionOf,
  optionsOf,
} from "../../server/features/workers-assembly/day/design.ts";
import { finalTexts } from "../../server/features/workers-assembly/day/texts.ts";
import { insertRows } from "./batch.ts";
import { brusselsInstant } from "./days.ts";
import { countUrn } from "./filled-urn.ts";
import { demoId } from "./ids.ts";
import { type SeededRandom, seededRandom } from "./random.ts";
import { APART } from "./workers-assembly-apart.ts";
import { FIRST } from "./workers-assembly-editions.ts";
import { DEBATES, PRESENT } from "./workers-day-texts.ts";

const VOTES = {
  adoption: { id: demoId("decision", 803), from: "14:30", until: "14:50", column: "adoption_id" },
  grading: { id: demoId("decision", 804), from: "15:05", until: "15:20", column: "grading_id" },
} as const;
type Vote = keyof typeof VOTES;

const OPTIONS = DEBATES.map(({ number }) => optionOf(number));
/** Out of a hundred who were there, how many came for each theme first; the others for the third. */
const CAME_FOR = [38, 36];

/** The two votes of the plenary of 2024: every text adopted, and graded. Who voted what is invented. */
export async function seedDayVotes(client: ClientBase): Promise<void> {
  const random = seededRandom(14_112_024);
  await seedVote(client, "adoption", adoptions(random));
  await seedVote(client, "grading", gradings(random));
}

/** As many for and against each text as DEBATES says, dealt anew for each. */
function adoptions(random: SeededRandom): BallotContent[] {
  const stances = DEBATES.map(({ votes: [inFavour, against] }) =>
    random.shuffle(
      Array.from(
        { length: PRESENT },
        (_, at): Stance =>
          at < inFavour ? "for" : at < inFavour + against ? "against" : "abstain",
      ),
    ),
  );
  return Array.from({ length: PRESENT }, (_, voter) => ({
    kind: "per-option",
    choices: Object.fromEntries(OPTIONS.map((option, at) => [option, stances[at]![voter]!])),
  }));
}

/** A grade from what pleases those who came for a theme, and a mood of one's own. */
function gradings(random: SeededRandom): BallotContent[] {
  return Array.from({ length: PRESENT }, (_, voter) => {
    const place = (100 * voter) / PRESENT;
    const theme = place < CAME_FOR[0]! ? 0 : place < CAME_FOR[0]! + CAME_FOR[1]! ? 1 : 2;
    const grades = DEBATES.map(({ pleases }) => {
      const pleasure = pleases[theme] + random.below(44) - 22;
      return Math.max(0, Math.min(5, Math.floor(pleasure / 17)));
    });
    return {
      kind: "grade",
      grades: Object.fromEntries(OPTIONS.map((option, at) => [option, grades[at]!])),
    };
  });
}

async function seedVote(
  client: ClientBase,
  vote: Vote,
  ballots: readonly BallotContent[],
): Promise<void> {
  const { id, from, until, column } = VOTES[vote];
  const options = optionsOf(await finalTexts(client, FIRST.id));
  const design = designOf(vote, options.length);
  const assemblyId = APART.first;
  await client.query(
    `INSERT INTO decision (id, assembly_id, position, texts, legal_basis, legal_channel, method, rule,
       tie_rule, ballot_kind, seal, may_change, profile_version)
     SELECT $1, a.id, $3, $4, '', $5, $6, $7, $8, 'secret', $9, true, a.profile_version
     FROM assembly a WHERE a.id = $2`,
    [
      ...[id, assemblyId, vote === "adoption" ? 2 : 3, design.texts, design.legal_channel],
      ...[design.method, design.rule, design.tie_rule, design.seal],
    ],
  );
  await insertRows(
    client,
    "decision_option",
    { decision_id: "uuid", id: "text", position: "int4", label: "jsonb" },
    options.map(({ id: option, label }, at) => ({
      ...{ decision_id: id, id: option, position: at + 1, label },
    })),
  );
  await client.query(`UPDATE workers_assembly SET ${column} = $2 WHERE id = $1`, [FIRST.id, id]);
  const ballot = ballotOf({ method: design.method, rule: design.rule, options: OPTIONS });
  const opensAt = brusselsInstant("2024-11-14", from);
  const closesAt = brusselsInstant("2024-11-14", until);
  await countUrn(
    client,
    { id, assemblyId, ballot, asOf: "2024-10-21", opensAt, closesAt },
    ballots.map(encodeBallot),
  );
}
