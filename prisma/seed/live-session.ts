import type { ClientBase } from "pg";
import type { QuestionState } from "../../app/domain/live-session/question.ts";
import type { SeededAssemblies, SeededAssembly } from "./assembly.ts";
import { insertRows } from "./batch.ts";
import type { Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import type { Fate, SeedQuestion } from "./live-session-questions.ts";
import { QUESTIONS } from "./live-session-questions.ts";
import { seedAfterwards } from "./questions.ts";
import { persona } from "./personas.ts";

const MINUTE_MS = 60_000;

// Of the members handed in, the first are personas: those write only what is said to be theirs.
const FIRST_AUTHOR = 20;
const FIRST_SUPPORTER = 100;

type Step = readonly [state: QuestionState, by: string];

const TO_THE_FLOOR: readonly Step[] = [
  ["published", "moderator"],
  ["queued", "moderator"],
  ["asked", "chair"],
];

/** The road of a question through its states, with who took each step. */
const ROADS: Record<Fate["state"], readonly Step[]> = {
  received: [],
  refused: [["refused", "moderator"]],
  merged: [["merged", "moderator"]],
  answered_oral: [...TO_THE_FLOOR, ["answered_oral", "secretary"]],
  owed_written: [...TO_THE_FLOOR, ["owed_written", "secretary"]],
  answered_written: [
    ...TO_THE_FLOOR,
    ["owed_written", "secretary"],
    ["answered_written", "secretary"],
  ],
};

/**
 * Written questions that wait for today's assembly, and those of past assemblies with what became
 * of them: answered, refused with a reason, or still owed. `members` write and support by lot.
 */
export async function seedLiveSession(
  client: ClientBase,
  assemblies: SeededAssemblies,
  members: readonly string[],
  now: Date,
): Promise<void> {
  const numbers = new Map<string, number>();
  const moves: Row[] = [];
  const voices: Row[] = [];
  const rows = QUESTIONS.map((question, at): Row => {
    const assembly = assemblies[question.assembly];
    const id = demoId("question", at + 1);
    const shown = ROADS[question.fate.state].some(([state]) => state === "published");
    const number = shown ? (numbers.get(assembly.id) ?? 0) + 1 : null;
    if (number) numbers.set(assembly.id, number);
    const created = createdAt(question, assembly, at, now);
    const steps = moveRows(id, question.fate, created);
    moves.push(...steps);
    const supporters = members.slice(FIRST_SUPPORTER, FIRST_SUPPORTER + (question.supports ?? 0));
    voices.push(...supporters.map((person_id) => ({ question_id: id, person_id })));
    return {
      id,
      assembly_id: assembly.id,
      item_id: assembly.itemIds.get(question.item),
      author_id: question.author ? persona(question.author).personId : members[FIRST_AUTHOR + at],
      number,
      kind: question.kind,
      state: question.fate.state,
      language: question.language,
      text: question.text,
      name_hidden: question.nameHidden ?? false,
      supports: supporters.length,
      created_at: created,
      seen_at: steps[0]?.at,
      closed_at: question.fate.state === "owed_written" ? null : steps.at(-1)?.at,
      ...UNANSWERED,
      ...endOf(question.fate, assembly),
      owed_at: steps.find(({ to }) => to === "owed_written")?.at,
    };
  });
  await client.query("UPDATE assembly SET answers_owner = $1, answers_address = $2", [
    "Secrétariat général – Algemeen secretariaat",
    "secretariat@demo.example",
  ]);
  await insertRows(client, "question", QUESTION_COLUMNS, rows);
  await insertRows(client, "question_support", { question_id: "uuid", person_id: "uuid" }, voices);
  await insertRows(
    client,
    "question_move",
    MOVE_COLUMNS,
    moves.map((move, at) => ({ id: demoId("move", at + 1), ...move })),
  );
  await seedAfterwards(client, assemblies.of2024.startsAt);
}

/** Today's questions came in over the days before; those of the past on the evening itself. */
function createdAt(
  { assembly: key }: SeedQuestion,
  { startsAt }: SeededAssembly,
  at: number,
  now: Date,
): Date {
  if (key === "ofToday") return new Date(now.getTime() - (20 - at) * 11 * 60 * MINUTE_MS);
  return new Date(startsAt.getTime() + (10 + at * 4) * MINUTE_MS);
}

function moveRows(questionId: string, fate: Fate, created: Date): Row[] {
  let from: QuestionState = "received";
  return ROADS[fate.state].map(([to, by], at) => {
    const days = to === "answered_written" ? 21 : 0;
    const row = {
      question_id: questionId,
      actor_id: persona(by).personId,
      from,
      to,
      reason: fate.state === "refused" ? fate.reason : fate.state === "merged" ? "duplicate" : "",
      note: fate.state === "refused" ? fate.note : "",
      at: new Date(created.getTime() + ((at + 1) * 6 + days * 24 * 60) * MINUTE_MS),
    };
    from = to;
    return row;
  });
}

const UNANSWERED = {
  answer: "",
  answer_owner: "",
  answer_address: "",
  answer_changes: "",
  refusal_note: "",
  contested: false,
};

/** The owner of an answer is a function of the cooperative, never a person's name. */
function endOf(fate: Fate, assembly: SeededAssembly): Row {
  const owed = {
    answer_owner: "Direction financière – Financiële directie",
    answer_address: "finances@demo.example",
  };
  switch (fate.state) {
    case "received":
      return {};
    case "answered_oral":
      return { answer: fate.answer, contested: fate.contested ?? false };
    case "owed_written":
      return { ...owed, answer_due_on: addDays(assembly.day, fate.dueInDays) };
    case "answered_written":
      return {
        ...owed,
        answer: fate.answer,
        answer_changes: fate.changes ?? "",
        answer_due_on: addDays(assembly.day, fate.dueInDays),
      };
    case "refused":
      return { refusal_reason: fate.reason, refusal_note: fate.note };
    case "merged":
      return { merged_into_id: demoId("question", fate.into + 1) };
  }
}

const QUESTION_COLUMNS = {
  id: "uuid",
  assembly_id: "uuid",
  item_id: "uuid",
  author_id: "uuid",
  number: "int",
  kind: "QuestionKind",
  state: "QuestionState",
  language: "text",
  text: "text",
  name_hidden: "bool",
  supports: "int",
  merged_into_id: "uuid",
  refusal_reason: "text",
  refusal_note: "text",
  contested: "bool",
  answer: "text",
  answer_owner: "text",
  answer_address: "text",
  answer_changes: "text",
  answer_due_on: "date",
  owed_at: "timestamptz",
  created_at: "timestamptz",
  seen_at: "timestamptz",
  closed_at: "timestamptz",
};

const MOVE_COLUMNS = {
  id: "uuid",
  question_id: "uuid",
  actor_id: "uuid",
  from: "QuestionState",
  to: "QuestionState",
  reason: "text",
  note: "text",
  at: "timestamptz",
};
