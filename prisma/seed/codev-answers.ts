import type { ClientBase } from "pg";
import { LEARNINGS, OUTCOMES } from "../../app/domain/codev/words.ts";
import { dayInBrussels } from "../../app/domain/kernel/day.ts";
import { insertRows } from "./batch.ts";
import { demoId } from "./ids.ts";

const DAY_MS = 86_400_000;
/** The groups whose answers are published together. */
const PUBLISHED = [3, 4, 5];
const PER_GROUP = { sessions: 26, endings: 6, followUps: 5 };

type Options = {
  /** Whoever was client in one of these. */
  people: readonly string[];
  now: Date;
};

/** What groups that are forgotten said: of sessions, at the end, and three months later. */
export async function seedAnswers(client: ClientBase, { people, now }: Options) {
  const groups = PUBLISHED.map((n) => demoId("codevCycle", n));
  const each = <T>(count: number, make: (cycle_id: string, at: number, group: number) => T) =>
    groups.flatMap((cycle_id, group) =>
      Array.from({ length: count }, (_, at) => make(cycle_id, at, group)),
    );
  await insertRows(
    client,
    "codev_evaluation",
    { id: "uuid", cycle_id: "uuid", useful: "int", safe: "int", act: "int" },
    each(PER_GROUP.sessions, (cycle_id, at, group) => ({
      id: demoId("codevAnswer", group * 100 + at),
      cycle_id,
      useful: at % 9 === group ? 2 : 3 + (at % 2),
      safe: at % 13 === group ? 2 : 4 - (at % 3 === 0 ? 1 : 0),
      act: at % 5 === group ? 2 : 3 + ((at + group) % 2),
    })),
  );
  await insertRows(
    client,
    "codev_end_answer",
    { id: "uuid", cycle_id: "uuid", actions: "text", recommend: "int", learnings: "text[]" },
    each(PER_GROUP.endings, (cycle_id, at, group) => ({
      id: demoId("codevAnswer", 1_000 + group * 100 + at),
      cycle_id,
      actions: at === 5 && group === 0 ? "none" : at % 2 ? "most" : "some",
      recommend: at === 2 && group === 1 ? 2 : 3 + (at % 2),
      learnings: `{${LEARNINGS.filter((_, word) => (word * 3 + at * 5 + group * 2) % 7 < 6 - word).join()}}`,
    })),
  );
  const day = dayInBrussels(new Date(now.getTime() - 60 * DAY_MS));
  const answers = each(PER_GROUP.followUps, (_, at, group) => ({
    person_id: people[at],
    session_id: demoId("codevSession", (PUBLISHED[group] ?? 0) * 100 + at + 1),
    due_on: day,
    asked_at: now,
    answered_at: now,
    outcome: OUTCOMES[(at + group) % OUTCOMES.length],
    counted: OUTCOMES[(at + group) % OUTCOMES.length],
  }));
  await insertRows(
    client,
    "codev_follow_up",
    {
      person_id: "uuid",
      session_id: "uuid",
      due_on: "date",
      asked_at: "timestamptz",
      answered_at: "timestamptz",
      outcome: "text",
      counted: "text",
    },
    answers,
  );
}
