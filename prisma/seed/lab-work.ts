import type { ClientBase } from "pg";
import { edited } from "../../app/domain/smartlab/minutes/shared-text.ts";
import { insertRows } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { evening, idOf, type LabAt } from "./lab-work-at.ts";
import { seedConsent, seedVote } from "./lab-work-decisions.ts";
import { LAB_WORK } from "./lab-work-texts.ts";

/** The inside of two labs of the demo: charter, minutes, tasks, discussion, decisions, dates. */
export async function seedLabWork(client: ClientBase, today: string): Promise<void> {
  for (const [number, text] of LAB_WORK.entries()) {
    const { rows } = await client.query<{ id: string; people: string[] }>(
      `select l.id, array(select p.person_id from lab_person p
         where p.lab_id = l.id and p.standing = 'joined'
         order by p.role <> 'initiator', p.turn limit 6) as people
       from lab l where l.slug = $1`,
      [text.slug],
    );
    const [lab] = rows;
    if (!lab || lab.people.length < 4) continue;
    const at = { ...lab, today, number, text };
    await seedCharter(client, at);
    await seedMinutesOf(client, at);
    await seedTasks(client, at);
    await seedTalk(client, at);
    await seedConsent(client, at);
    await seedVote(client, at);
    await seedDates(client, at);
  }
}

async function seedCharter(client: ClientBase, { id, people, today, text }: LabAt) {
  const at = evening(today, -60);
  await client.query("insert into lab_charter values ($1, 1, $2, $3, $4)", [
    id,
    text.charter,
    people[0],
    at,
  ]);
  await insertRows(
    client,
    "lab_charter_agreement",
    { lab_id: "uuid", number: "int", person_id: "uuid", at: "timestamptz" },
    people.slice(0, 4).map((person_id) => ({ lab_id: id, number: 1, person_id, at })),
  );
}

async function seedMinutesOf(client: ClientBase, at: LabAt) {
  const { id, people, today, text } = at;
  for (const [place, one] of text.minutes.entries()) {
    const minutesId = idOf(at, "minutes", place);
    const when = evening(today, -30 + 20 * place);
    const approved = one.phase === "approved";
    const update = edited([], [{ at: 0, remove: 0, insert: one.text }]);
    await client.query(
      `insert into lab_minutes (id, lab_id, title, phase, visibility, last_seq, snapshot_seq,
         snapshot, made_by, made_at, proposed_by, proposed_version, approved_at, published_at)
       values ($1, $2, $3, $4, $5, 1, 1, $6, $7, $8, $9, $10, $11, $12)`,
      [
        minutesId,
        id,
        one.title,
        one.phase,
        one.public ? "public" : "group",
        Buffer.from(update ?? []),
        people[1],
        when,
        approved ? people[1] : null,
        approved ? 1 : null,
        approved ? when : null,
        one.public ? when : null,
      ],
    );
    await client.query("insert into lab_minutes_version values ($1, 1, $2, $3, $4, $5)", [
      minutesId,
      approved ? "proposed" : "kept",
      one.text,
      people[1],
      when,
    ]);
    if (!approved) continue;
    await insertRows(
      client,
      "lab_minutes_agreement",
      { minutes_id: "uuid", person_id: "uuid", at: "timestamptz" },
      people.slice(0, 3).map((person_id) => ({ minutes_id: minutesId, person_id, at: when })),
    );
  }
}

async function seedTasks(client: ClientBase, at: LabAt) {
  const made = evening(at.today, -12);
  await insertRows(
    client,
    "lab_task",
    {
      id: "uuid",
      lab_id: "uuid",
      title: "text",
      owner_id: "uuid",
      due_on: "date",
      done_at: "timestamptz",
      done_by: "uuid",
      made_by: "uuid",
      made_at: "timestamptz",
    },
    at.text.tasks.map(({ title, owner, due, done }, place) => {
      const owner_id = owner === undefined ? undefined : at.people[owner];
      return {
        id: idOf(at, "task", place),
        lab_id: at.id,
        title,
        owner_id,
        due_on: due === undefined ? undefined : addDays(at.today, due),
        done_at: done ? evening(at.today, -4) : undefined,
        done_by: done ? owner_id : undefined,
        made_by: at.people[0],
        made_at: made,
      };
    }),
  );
}

async function seedTalk(client: ClientBase, at: LabAt) {
  for (const [place, { title, posts }] of at.text.threads.entries()) {
    const thread = idOf(at, "thread", place);
    const said = posts.map((text, turn) => ({
      id: idOf(at, "post", 10 * place + turn),
      thread_id: thread,
      person_id: at.people[(place + turn + 1) % at.people.length],
      text,
      at: evening(at.today, -8 + place + turn),
    }));
    await client.query("insert into lab_thread values ($1, $2, $3, $4, $5, $6)", [
      thread,
      at.id,
      title,
      said[0]?.person_id,
      said[0]?.at,
      said.at(-1)?.at,
    ]);
    await insertRows(
      client,
      "lab_post",
      { id: "uuid", thread_id: "uuid", person_id: "uuid", text: "text", at: "timestamptz" },
      said,
    );
  }
}

async function seedDates(client: ClientBase, at: LabAt) {
  const { title, place, days } = at.text.dates;
  const poll = idOf(at, "dates", 0);
  await client.query(
    `insert into lab_date_poll (id, lab_id, title, place, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [poll, at.id, title, place, at.people[0], evening(at.today, -2)],
  );
  const options = days.map((day, turn) => ({
    id: idOf(at, "date", turn),
    poll_id: poll,
    starts_at: evening(at.today, day),
    ends_at: brusselsInstant(addDays(at.today, day), "20:30"),
  }));
  await insertRows(
    client,
    "lab_date_option",
    { id: "uuid", poll_id: "uuid", starts_at: "timestamptz", ends_at: "timestamptz" },
    options,
  );
  const says = ["yes", "if-needed", "no"];
  await insertRows(
    client,
    "lab_date_answer",
    { option_id: "uuid", person_id: "uuid", answer: "text" },
    options.flatMap(({ id: option_id }, turn) =>
      at.people.slice(1, 4).map((person_id, person) => ({
        option_id,
        person_id,
        answer: says[turn === 0 ? 0 : (turn + person) % 3],
      })),
    ),
  );
}
