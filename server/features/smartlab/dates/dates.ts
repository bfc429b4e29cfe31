import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { leads } from "#domain/smartlab/people.ts";
import type { LabWorkCommands as Commands } from "#wire/lab-work.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify, settle } from "../../notifications/notify.ts";
import { solicit } from "../../notifications/solicitations.ts";
import { type Client, type LabHere, peopleOf, workInLab } from "../work/frame.ts";

const MINUTE_MS = 60_000;

/** Asks the group when it can meet. */
export function askDates(
  platform: Platform,
  actor: Actor,
  { labId, title, place, lasts, starts }: Commands["lab.dates-ask"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, lab, by) => {
    const { personId } = by;
    const now = platform.clock.now();
    if (starts.some((start) => start <= now)) return refuse("bad-input");
    const pollId = platform.random.uuid();
    await client.query(
      `INSERT INTO lab_date_poll (id, lab_id, title, place, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [pollId, labId, title, place, personId, now],
    );
    await client.query(
      `INSERT INTO lab_date_option (poll_id, starts_at, ends_at)
       SELECT $1, start, start + $3 * interval '1 minute'
       FROM unnest($2::timestamptz[]) AS start ON CONFLICT DO NOTHING`,
      [pollId, starts, lasts],
    );
    const notice = {
      ...aboutDates(lab, { pollId, title }),
      urgency: "soon",
      by: personId,
    } as const;
    const persons = await peopleOf(client, labId);
    const asked = { ...aboutDates(lab, { pollId, title }), titles: { [lab.language]: title } };
    await solicit(platform, client, by, { ...asked, kind: "meeting", wished: "within" }, persons);
    await notify(platform, client, { ...notice, kind: "lab-dates-asked" }, persons);
    return ok({ value: null });
  });
}

/** Says yes, if need be, or no to each date; as often as one likes while it is open. */
export function answerDates(
  platform: Platform,
  actor: Actor,
  { pollId, answers }: Commands["lab.dates-answer"],
): Promise<Result<null>> {
  const piece = { of: "dates", id: pollId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const poll = await hold(client, pollId);
    if (poll?.state !== "open") return refuse("wrong-phase");
    await client.query(
      `INSERT INTO lab_date_answer (option_id, person_id, answer)
       SELECT o.id, $2, $3::jsonb ->> o.id::text FROM lab_date_option o
       WHERE o.poll_id = $1 AND $3::jsonb ? o.id::text
       ON CONFLICT (option_id, person_id) DO UPDATE SET answer = excluded.answer`,
      [pollId, personId, JSON.stringify(answers)],
    );
    await settle(platform, client, `lab-dates:${pollId}`, [personId]);
    return ok({ value: null });
  });
}

/** The date that was chosen becomes a meeting of the lab, and everybody is told. */
export function chooseDate(
  platform: Platform,
  actor: Actor,
  { pollId, optionId }: Commands["lab.dates-choose"],
): Promise<Result<null>> {
  const piece = { of: "dates", id: pollId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    const poll = await hold(client, pollId);
    if (!poll) return refuse("not-found");
    if (!leads(lab.role) && poll.madeBy !== personId) return refuse("not-allowed");
    // Chosen twice at once it is one meeting.
    if (poll.state === "chosen" && poll.chosen === optionId) return ok({ value: null });
    if (poll.state !== "open") return refuse("wrong-phase");
    const { rows } = await client.query<{ startsAt: Date; endsAt: Date }>(
      `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM lab_date_option
       WHERE id = $1 AND poll_id = $2`,
      [optionId, pollId],
    );
    const [date] = rows;
    if (!date || date.startsAt.getTime() + MINUTE_MS < platform.clock.now().getTime()) {
      return refuse("bad-input");
    }
    const meetingId = platform.random.uuid();
    await client.query(
      `INSERT INTO lab_meeting (id, lab_id, title, starts_at, ends_at, place, online_link)
       SELECT $1, l.id, $3, $4, $5, $6, l.online_link FROM lab l WHERE l.id = $2`,
      [meetingId, lab.labId, poll.title, date.startsAt, date.endsAt, poll.place],
    );
    await client.query(
      `UPDATE lab_date_poll SET state = 'chosen', chosen_option = $2, meeting_id = $3
       WHERE id = $1`,
      [pollId, optionId, meetingId],
    );
    await settle(platform, client, `lab-dates:${pollId}`);
    await notify(
      platform,
      client,
      {
        ...aboutDates(lab, { pollId, title: poll.title }),
        kind: "lab-date-chosen",
        key: `lab-date:${meetingId}`,
        details: { title: poll.title, startsAt: date.startsAt.toISOString() },
        urgency: "soon",
        by: personId,
      },
      await peopleOf(client, lab.labId),
    );
    return ok({ value: null });
  });
}

/** No date suits: the question is closed without one. */
export function dropDates(
  platform: Platform,
  actor: Actor,
  { pollId }: Commands["lab.dates-drop"],
): Promise<Result<null>> {
  const piece = { of: "dates", id: pollId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    const poll = await hold(client, pollId);
    if (!poll) return refuse("not-found");
    if (!leads(lab.role) && poll.madeBy !== personId) return refuse("not-allowed");
    if (poll.state !== "open") return refuse("wrong-phase");
    await client.query("UPDATE lab_date_poll SET state = 'dropped' WHERE id = $1", [pollId]);
    await settle(platform, client, `lab-dates:${pollId}`);
    return ok({ value: null });
  });
}

type PollRow = {
  title: string;
  place: string;
  state: "open" | "chosen" | "dropped";
  madeBy: string | null;
  chosen: string | null;
};

async function hold(client: Client, pollId: string): Promise<PollRow | undefined> {
  const { rows } = await client.query<PollRow>(
    `SELECT title, place, state, made_by AS "madeBy", chosen_option AS chosen
     FROM lab_date_poll WHERE id = $1 FOR NO KEY UPDATE`,
    [pollId],
  );
  return rows[0];
}

function aboutDates(lab: LabHere, { pollId, title }: { pollId: string; title: string }) {
  return {
    body: `lab:${lab.labId}`,
    bodyName: lab.title,
    link: `/smartlab/${lab.slug}/dates`,
    details: { title },
    key: `lab-dates:${pollId}`,
  } as const;
}
