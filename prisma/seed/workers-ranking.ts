import type { ClientBase } from "pg";
import {
  DEFAULT_PLAN,
  optionOf,
  plannedBallot,
} from "../../app/domain/workers-assembly/ranking-plan.ts";
import { openedKey } from "../../app/domain/workers-assembly/telling.ts";
import {
  optionsFor,
  rulesOf,
  textsOf,
} from "../../server/features/workers-assembly/ranking/draw-up.ts";
import { listedProposals } from "../../server/features/workers-assembly/ranking/proposals.ts";
import { insertRows } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { countUrn } from "./filled-urn.ts";
import { demoId } from "./ids.ts";
import { seededRandom } from "./random.ts";
import { APART } from "./workers-assembly-apart.ts";
import { FIRST, SECOND, type SeedEdition } from "./workers-assembly-editions.ts";
import { firstBallots } from "./workers-ranking-ballots.ts";

/** The votes of the two lists. */
const RANKINGS = { first: demoId("decision", 801), second: demoId("decision", 802) };

type Seeded = {
  id: string;
  edition: SeedEdition;
  assemblyId: string;
  opensAt: Date;
  closesAt: Date;
};

/**
 * The ranking of 2024, counted and published with a board that can be recounted; and that of the
 * second assembly, which opens by itself as soon as the demo runs.
 */
export async function seedRankings(client: ClientBase, today: string): Promise<void> {
  const first: Seeded = {
    ...{ id: RANKINGS.first, edition: FIRST, assemblyId: APART.first },
    opensAt: brusselsInstant("2024-10-24", "09:00"),
    closesAt: brusselsInstant("2024-11-07", "18:00"),
  };
  await drawUp(client, first);
  await count(client, first);
  await drawUp(client, {
    ...{ id: RANKINGS.second, edition: SECOND, assemblyId: APART.second },
    opensAt: brusselsInstant(addDays(today, -4), "09:00"),
    closesAt: brusselsInstant(addDays(today, 10), "18:00"),
  });
  await noteTold(client, today);
}

/** The demo tells nobody that its vote is open: so many thousand invented people read no mail. */
async function noteTold(client: ClientBase, today: string): Promise<void> {
  await client.query(
    `INSERT INTO workers_telling (key, workers_assembly_id, begun_on, done) VALUES ($1, $2, $3, true)`,
    [openedKey(RANKINGS.second), SECOND.id, today],
  );
}

async function drawUp(client: ClientBase, seeded: Seeded): Promise<void> {
  const { id, edition, assemblyId, opensAt, closesAt } = seeded;
  const proposals = await listedProposals(client, edition.id);
  const { rows } = await client.query<{ listHash: string }>(
    `UPDATE workers_assembly SET ranking_id = $2 WHERE id = $1 RETURNING list_hash AS "listHash"`,
    [edition.id, id],
  );
  await client.query(
    `INSERT INTO workers_ranking (workers_assembly_id, method, least, most, seal, opens_at, closes_at)
     VALUES ($1, $2, $3, $4, 'server', $5, $6)`,
    [edition.id, DEFAULT_PLAN.method, DEFAULT_PLAN.least, DEFAULT_PLAN.most, opensAt, closesAt],
  );
  const rules = rulesOf({ ...DEFAULT_PLAN, seal: "server", changes: [], opensAt, closesAt }, 8);
  await client.query(
    `INSERT INTO decision (id, assembly_id, position, texts, legal_basis, legal_channel, method, rule,
       min_choices, max_choices, tie_rule, ballot_kind, seal, may_change, opens_at, closes_at,
       profile_version)
     SELECT $1, a.id, 1, $3, '', $4, $5, $6, $7, $8, $9, 'secret', $10, true, $11, $12,
       a.profile_version FROM assembly a WHERE a.id = $2`,
    [
      ...[id, assemblyId, textsOf({ seats: 8, ...rows[0] }, proposals.length)],
      ...[rules.legal_channel, rules.method, rules.rule, rules.min_choices, rules.max_choices],
      ...[rules.tie_rule, rules.seal, opensAt, closesAt],
    ],
  );
  await insertRows(
    client,
    "decision_option",
    { decision_id: "uuid", id: "text", position: "int4", label: "jsonb" },
    optionsFor(proposals).map(({ id: option, label }, at) => ({
      ...{ decision_id: id, id: option, position: at + 1, label },
    })),
  );
}

/** The urn of 2024, and the eight that it chose. */
async function count(client: ClientBase, { edition, ...vote }: Seeded): Promise<void> {
  const ballot = plannedBallot(
    DEFAULT_PLAN,
    8,
    edition.proposals.map((_, place) => optionOf(place + 1)),
  );
  const contents = firstBallots(seededRandom(35_011));
  await countUrn(client, { ...vote, ballot, asOf: "2024-10-21" }, contents);
  await client.query(
    `UPDATE proposal p SET chosen_place = won.place
     FROM tally t CROSS JOIN LATERAL
       jsonb_array_elements_text(t.report->'winners') WITH ORDINALITY AS won(option, place)
     WHERE t.decision_id = $1 AND p.workers_assembly_id = $2
       AND p.number = substr(won.option, 2)::int`,
    [vote.id, edition.id],
  );
}
