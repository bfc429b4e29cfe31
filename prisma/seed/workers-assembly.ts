import type { ClientBase } from "pg";
import {
  type FrozenProposal,
  frozenHash,
  frozenText,
} from "../../app/domain/workers-assembly/frozen-list.ts";
import { insertRows, type Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { seedAssembliesApart } from "./workers-assembly-apart.ts";
import { FIRST, SECOND, THIRD, type SeedEdition } from "./workers-assembly-editions.ts";
import { proposalRows, type ProposalRows } from "./workers-assembly-rows.ts";
import { seedFirstBook } from "./workers-book.ts";
import { seedDay } from "./workers-day.ts";
import { seedRankings } from "./workers-ranking.ts";
import { OFFERED, STAGE_CAMPAIGN, STAGE_THEMES } from "./workers-assembly-third.ts";

/**
 * Three workers' assemblies: one of 2024 whose demands the board answered, one whose list of 35 is
 * put to the vote now, and one of the stage trades that gathers proposals.
 */
export async function seedWorkersAssemblies(client: ClientBase, today: string): Promise<void> {
  const people = await somePeople(client);
  await seedStageCampaign(client, today);
  for (const edition of [FIRST, SECOND, THIRD]) {
    const rows = proposalRows(edition, today, people);
    await insertEdition(client, edition, rows, today);
    await insertProposals(client, rows);
  }
  await seedAssembliesApart(client, today);
  await seedRankings(client, today);
  await seedDay(client);
  await copyPeopleOfFirst(client);
  await seedFirstBook(client);
  await seedMerge(client, today);
}

/** Far from those whom other parts of the demo have taken, and all of them workers. */
async function somePeople(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM person p WHERE kind = 'natural' AND NOT EXISTS (
       SELECT FROM affiliation f WHERE f.person_id = p.id AND f.kind = 'support_staff')
     ORDER BY id OFFSET 7400 LIMIT 300`,
  );
  return rows.map(({ id }) => id);
}

async function seedStageCampaign(client: ClientBase, today: string): Promise<void> {
  const id = demoId("campaign", 2);
  await client.query(
    `INSERT INTO campaign (id, slug, titles, purpose, sponsor, contact, themes, electorate, offices,
       published_on, created_by, created_at)
     VALUES ($1, 'metiers-de-la-scene', $2, $3, $4, 'scene@demo.example', $5, 'workers', $6, $7, $8, $9)`,
    [
      id,
      STAGE_CAMPAIGN.titles,
      STAGE_CAMPAIGN.purpose,
      STAGE_CAMPAIGN.sponsor,
      JSON.stringify(STAGE_THEMES),
      ["bruxelles", "eupen", "gent", "liege"],
      addDays(today, -40),
      persona("organiser").personId,
      `${addDays(today, -45)}T09:00:00Z`,
    ],
  );
  const keys = ["moderator", "second-moderator", "member-de"];
  const parts: [string, string][] = [
    ...keys.map((key): [string, string] => [key, "coordinator"]),
    ["director", "observer"],
  ];
  await insertRows(
    client,
    "campaign_person",
    { campaign_id: "uuid", person_id: "uuid", part: "text", since: "date" },
    parts.map(([key, part]) => ({
      ...{ campaign_id: id, person_id: persona(key).personId, part },
      since: addDays(today, -42),
    })),
  );
}

async function insertEdition(
  client: ClientBase,
  edition: SeedEdition,
  { proposals }: ProposalRows,
  today: string,
): Promise<void> {
  const { id, slug, campaignId, titles, stage, place, previousId, languages } = edition;
  const { createdOn, frozenOn, meetsOn } = edition.days(today);
  const hash = frozenOn
    ? await frozenHash(frozenText(slug, proposals as unknown as FrozenProposal[]))
    : null;
  await client.query(
    `INSERT INTO workers_assembly (id, slug, campaign_id, titles, stage, seats, languages, meets_on,
       place, list_hash, frozen_on, previous_id, created_on)
     VALUES ($1, $2, $3, $4, $5, 8, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, slug, campaignId, titles, stage, languages, meetsOn, place, hash, frozenOn],
      ...[previousId, createdOn],
    ],
  );
}

async function insertProposals(client: ClientBase, rows: ProposalRows): Promise<void> {
  await insertRows(client, "proposal", PROPOSAL_COLUMNS, rows.proposals);
  await insertRows(client, "proposal_version", VERSION_COLUMNS, rows.versions);
  await insertRows(client, "proposal_text", TEXT_COLUMNS, rows.texts);
  await insertRows(client, "proposal_source", SOURCE_COLUMNS, rows.sources);
  await insertRows(client, "proposal_person", PERSON_COLUMNS, rows.people);
}

/** Those behind a demand in the ledger were behind the proposal that it came from. */
async function copyPeopleOfFirst(client: ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO proposal_person (proposal_id, person_id, part)
     SELECT p.id, b.person_id, b.role FROM proposal p
     JOIN ledger_item i ON i.kind = 'demand' AND i.title = p.sentence
     JOIN ledger_person b ON b.item_id = i.id WHERE p.workers_assembly_id = $1`,
    [FIRST.id],
  );
  await client.query(
    `UPDATE proposal p SET supports = (SELECT count(*) FROM proposal_person b
       WHERE b.proposal_id = p.id AND b.part = 'supporter') WHERE p.workers_assembly_id = $1`,
    [FIRST.id],
  );
}

/** A merge that one of the two has agreed to, and a persona of the demo not yet. */
async function seedMerge(client: ClientBase, today: string): Promise<void> {
  const parts = [THIRD.firstProposal, THIRD.firstProposal + 1].map((n) => demoId("proposal", n));
  const id = "de300093-0000-8000-8000-000000000001";
  await client.query(
    `INSERT INTO proposal_merge (id, workers_assembly_id, kind, theme, city, language, sentence,
       paragraph, note, answer_by, authors)
     VALUES ($1, $2, 'demand', 't1', 'bruxelles', 'fr', $3, $4, $5, $6, 2)`,
    [id, THIRD.id, OFFERED.sentence, OFFERED.paragraph, OFFERED.note, addDays(today, 9)],
  );
  await client.query(
    "INSERT INTO proposal_merge_part (merge_id, proposal_id) SELECT $1, unnest($2::uuid[])",
    [id, parts],
  );
  await client.query("INSERT INTO proposal_merge_consent VALUES ($1, $2)", [
    id,
    persona("member-nl").personId,
  ]);
  const [a, b] = parts;
  const pair: Row = { a_id: a, b_id: b, workers_assembly_id: THIRD.id, score: 640 };
  await insertRows(client, "proposal_pair", PAIR_COLUMNS, [
    { ...pair, language: "nl", state: "confirmed" },
  ]);
}

const PROPOSAL_COLUMNS = {
  ...{ id: "uuid", workers_assembly_id: "uuid", number: "int4", kind: "text", theme: "text" },
  ...{ city: "text", language: "text", sentence: "text", paragraph: "text", supports: "int4" },
  proposed_on: "date",
};
const VERSION_COLUMNS = {
  ...{ proposal_id: "uuid", revision: "int4", kind: "text", theme: "text", city: "text" },
  ...{ language: "text", sentence: "text", paragraph: "text", written_on: "date" },
};
const TEXT_COLUMNS = {
  ...{ proposal_id: "uuid", language: "text", sentence: "text", paragraph: "text" },
  ...{ of_revision: "int4", written_by: "uuid", reviewed_by: "uuid" },
};
const SOURCE_COLUMNS = { proposal_id: "uuid", kind: "text", source: "text", label: "text" };
const PERSON_COLUMNS = { proposal_id: "uuid", person_id: "uuid", part: "text" };
const PAIR_COLUMNS = {
  ...{ a_id: "uuid", b_id: "uuid", workers_assembly_id: "uuid", score: "int4" },
  ...{ language: "text", state: "text" },
};
