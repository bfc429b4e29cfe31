import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { countAnswers, type DateAnswer } from "#domain/smartlab/dates/date-poll.ts";
import type { DateOption, DatePoll, LabInside } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { headOf, labOfSlug } from "../work/frame.ts";

type OptionRow = {
  id: string;
  pollId: string;
  startsAt: number;
  endsAt: number;
  answers: { id: string; name: string; answer: DateAnswer }[];
};

type PollRow = Omit<DatePoll, "options"> & { madeBy?: string | null };

const MOST_POLLS = 20;

/** What the group is asked, newest first, with who says what. */
export async function datePolls(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<{ lab: LabInside; polls: DatePoll[]; mayChoose: string[] }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  const { rows: polls } = await pool.query<PollRow>(
    `SELECT d.id, d.title, d.place, d.state, d.made_by AS "madeBy", ${nameOf("p")} AS by,
       d.chosen_option AS "chosenId"
     FROM lab_date_poll d LEFT JOIN person p ON p.id = d.made_by
     WHERE d.lab_id = $1 ORDER BY d.state <> 'open', d.made_at DESC LIMIT ${MOST_POLLS}`,
    [lab.value.labId],
  );
  const { rows: options } = await pool.query<OptionRow>(
    `SELECT o.id, o.poll_id AS "pollId", ${epochMs("o.starts_at")} AS "startsAt",
       ${epochMs("o.ends_at")} AS "endsAt",
       coalesce((SELECT json_agg(json_build_object(
           'id', p.id, 'name', ${nameOf("p")}, 'answer', a.answer) ORDER BY ${nameOf("p")})
         FROM lab_date_answer a JOIN person p ON p.id = a.person_id
         WHERE a.option_id = o.id), '[]') AS answers
     FROM lab_date_option o WHERE o.poll_id = ANY($1::uuid[]) ORDER BY o.starts_at`,
    [polls.map(({ id }) => id)],
  );
  const me = actor.kind === "person" ? actor.personId : "";
  const head = headOf(lab.value);
  return ok({
    lab: head,
    polls: polls.map((poll) => ({
      ...pollOf(poll),
      options: options.flatMap((row) => (row.pollId === poll.id ? toOption(row, me) : [])),
    })),
    mayChoose: polls.flatMap(({ id, madeBy }) => (head.rights.lead || madeBy === me ? id : [])),
  });
}

function pollOf(row: PollRow): Omit<DatePoll, "options"> {
  const { id, title, place, state, by, chosenId } = withoutNulls(row);
  return { id, title, place, state, ...(by ? { by } : {}), ...(chosenId ? { chosenId } : {}) };
}

function toOption({ id, startsAt, endsAt, answers }: OptionRow, me: string): DateOption {
  const mine = answers.find((one) => one.id === me)?.answer;
  return {
    id,
    startsAt,
    endsAt,
    counts: countAnswers(answers.map(({ answer }) => answer)),
    ...(mine ? { mine } : {}),
    answers: answers.map(({ name, answer }) => ({ name, answer })),
  };
}
