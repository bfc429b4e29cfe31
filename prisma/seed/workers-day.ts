import type { ClientBase } from "pg";
import { insertRows, type Row } from "./batch.ts";
import { brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { DEMANDS } from "./ledger-demands.ts";
import { persona } from "./personas.ts";
import { FIRST } from "./workers-assembly-editions.ts";
import { IN_THE_OTHER_LANGUAGE } from "./workers-assembly-first.ts";
import { DEBATES, type SeedDebate } from "./workers-day-texts.ts";
import { seedDayVotes } from "./workers-day-votes.ts";

/** Two rounds of four rooms. */
const ROUNDS = ["10:30", "11:25"];
const ROOMS = 4;

/**
 * The eight debates of the first assembly, over and done: their texts, what was asked, amended and
 * objected to. Who was behind it is forgotten, as the product forgets it.
 */
export async function seedDay(client: ClientBase): Promise<void> {
  await insertRows(client, "debate", DEBATE_COLUMNS, DEBATES.map(debateRow));
  await insertRows(client, "debate_version", VERSION_COLUMNS, DEBATES.flatMap(versionRows));
  await insertRows(client, "debate_text", TEXT_COLUMNS, DEBATES.map(renderingRow));
  await insertRows(client, "debate_word", WORD_COLUMNS, DEBATES.flatMap(wordRows));
  await insertRows(client, "debate_amendment", AMENDMENT_COLUMNS, DEBATES.flatMap(amendmentRows));
  await insertRows(client, "debate_objection", OBJECTION_COLUMNS, DEBATES.flatMap(objectionRows));
  await sendFinalTexts(client);
  await seedDayVotes(client);
}

/** The ledger has each demand as its debate left it. */
async function sendFinalTexts(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE ledger_item i SET text = v.paragraph
     FROM debate d JOIN debate_version v ON v.debate_id = d.id
     WHERE i.kind = 'demand' AND i.title = v.sentence AND v.version > 1
       AND v.version = (SELECT max(version) FROM debate_version WHERE debate_id = d.id)`,
  );
}

const idOf = ({ number }: SeedDebate) => demoId("debate", number);
const demandOf = ({ number }: SeedDebate) => DEMANDS[number - 1]!;

function debateRow(debate: SeedDebate, at: number): Row {
  return {
    id: idOf(debate),
    workers_assembly_id: FIRST.id,
    proposal_id: demoId("proposal", debate.number),
    room: debate.room,
    starts_at: brusselsInstant("2024-11-14", ROUNDS[Math.floor(at / ROOMS)]!),
    minutes: 40,
    // One of those who facilitated wishes to be named.
    facilitator_id: persona(at % 2 === 0 ? "facilitator" : "unit-holder").personId,
    facilitator_named: at === 0,
    step: "done",
    revision: 1,
  };
}

/** The proposal's own text, then what the debate made of it. */
function versionRows(debate: SeedDebate): Row[] {
  const { language, title, text } = demandOf(debate);
  const texts = [[text, ""] as const, ...debate.versions];
  return texts.map(([paragraph, reason], at) => ({
    debate_id: idOf(debate),
    version: at + 1,
    language,
    sentence: title,
    paragraph,
    reason,
  }));
}

function renderingRow(debate: SeedDebate): Row {
  return {
    debate_id: idOf(debate),
    language: demandOf(debate).language === "fr" ? "nl" : "fr",
    of_version: 1 + debate.versions.length,
    sentence: IN_THE_OTHER_LANGUAGE[debate.number - 1]![0],
    paragraph: debate.other,
    reviewed: true,
  };
}

function wordRows(debate: SeedDebate): Row[] {
  const asked = debate.asked.map(([text, answer]) => ({ kind: "question", text, answer }));
  const said = debate.said.map((text) => ({ kind: "reaction", text, answer: "" }));
  return [...asked, ...said].map((word, at) => ({
    debate_id: idOf(debate),
    number: at + 1,
    language: demandOf(debate).language,
    ...word,
  }));
}

function amendmentRows(debate: SeedDebate): Row[] {
  return debate.amendments.map(({ paragraph, why, state, answer, of, made }, at) => ({
    debate_id: idOf(debate),
    number: at + 1,
    of_version: of,
    sentence: demandOf(debate).title,
    paragraph,
    why,
    state,
    answer,
    in_version: made,
  }));
}

function objectionRows(debate: SeedDebate): Row[] {
  return debate.objections.map(({ ground, because, state, note = "", of, made }, at) => ({
    debate_id: idOf(debate),
    number: at + 1,
    of_version: of,
    ground,
    language: demandOf(debate).language,
    because,
    state,
    note,
    in_version: made,
  }));
}

const DEBATE_COLUMNS = {
  ...{ id: "uuid", workers_assembly_id: "uuid", proposal_id: "uuid", room: "text" },
  ...{ starts_at: "timestamptz", minutes: "int4", facilitator_id: "uuid" },
  ...{ facilitator_named: "bool", step: "text", revision: "int4" },
};
const VERSION_COLUMNS = {
  ...{ debate_id: "uuid", version: "int4", language: "text", sentence: "text" },
  ...{ paragraph: "text", reason: "text" },
};
const TEXT_COLUMNS = {
  ...{ debate_id: "uuid", language: "text", of_version: "int4", sentence: "text" },
  ...{ paragraph: "text", reviewed: "bool" },
};
const WORD_COLUMNS = {
  ...{ debate_id: "uuid", number: "int4", kind: "text", language: "text", text: "text" },
  answer: "text",
};
const AMENDMENT_COLUMNS = {
  ...{ debate_id: "uuid", number: "int4", of_version: "int4", sentence: "text" },
  ...{ paragraph: "text", why: "text", state: "text", answer: "text", in_version: "int4" },
};
const OBJECTION_COLUMNS = {
  ...{ debate_id: "uuid", number: "int4", of_version: "int4", ground: "text" },
  ...{ language: "text", because: "text", state: "text", note: "text", in_version: "int4" },
};
