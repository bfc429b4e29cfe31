import type { ClientBase } from "pg";
import { insertRows, type Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { type LabRows, labRows, type PlacedLab } from "./smartlab-rows.ts";
import { HUB, HUB_ENTRIES, HUB_LABS } from "./smartlab-hub.ts";
import { LABS } from "./smartlab-texts.ts";

/**
 * Thirteen labs in every state and language: 325 were interested, 200 met, in 158 hours, as the
 * reports say of the first two years (over 300, 200, more than 150). Whoever is around a lab is
 * around that one alone.
 */
export async function seedSmartlabs(client: ClientBase, now: Date, today: string): Promise<void> {
  const people = await someMembers(client);
  let taken = 0;
  const all = [...LABS, ...HUB_LABS];
  const placed = all.map((lab, at): PlacedLab => {
    const size = lab.course.interested + (lab.waiting ?? 0);
    const around = people.slice(taken, (taken += size));
    if (lab.carriedBy) around[0] = persona(lab.carriedBy).personId;
    const next = all.findIndex(({ slug }) => slug === lab.made?.takenUp?.by);
    const takenUpBy = next < 0 ? undefined : demoId("lab", next + 1);
    return { ...lab, id: demoId("lab", at + 1), number: at + 1, around, takenUpBy };
  });
  await insertHub(client, now);
  const rows = placed.map((lab) => labRows(lab, now, today));
  const every = (part: keyof LabRows) => rows.flatMap((one) => one[part]);
  await insertRows(client, "lab", LAB_COLUMNS, every("labs"));
  await insertRows(client, "lab_person", PERSON_COLUMNS, every("people"));
  await insertRows(client, "lab_meeting", MEETING_COLUMNS, every("meetings"));
  await insertRows(client, "lab_attendance", ATTENDANCE_COLUMNS, every("attendances"));
  await insertRows(client, "lab_move", MOVE_COLUMNS, every("moves"));
  await insertEntries(client, placed, today);
}

/** Far from the beginning of the register, where those are who vote in the demo's assemblies. */
async function someMembers(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select id from person where kind = 'natural' order by id offset 5000 limit 400",
  );
  return rows.map(({ id }) => id);
}

async function insertHub(client: ClientBase, now: Date): Promise<void> {
  const { slug, title, summary } = HUB;
  await insertRows(
    client,
    "lab_hub",
    { id: "uuid", slug: "text", title: "jsonb", summary: "jsonb", made_at: "timestamptz" },
    [{ id: demoId("lab-hub", 1), slug, title, summary, made_at: now }],
  );
}

async function insertEntries(
  client: ClientBase,
  labs: readonly PlacedLab[],
  today: string,
): Promise<void> {
  const idOf = (title: string | undefined) => {
    const at = HUB_ENTRIES.findIndex((entry) => entry.title === title);
    return at < 0 ? undefined : demoId("lab-entry", at + 1);
  };
  const rows = HUB_ENTRIES.map((entry, at): Row => {
    const day = addDays(today, -entry.ago);
    const checked = entry.holds !== undefined;
    return {
      id: demoId("lab-entry", at + 1),
      hub_id: demoId("lab-hub", 1),
      kind: entry.kind,
      lab_id: labs.find(({ slug }) => slug === entry.lab)?.id,
      on: day,
      language: entry.language,
      title: entry.title,
      text: entry.text,
      reviewer: checked ? "juriste du service social" : "",
      reviewed_by: checked ? persona("support").personId : undefined,
      reviewed_on: checked ? addDays(day, 2) : undefined,
      valid_until: checked ? addDays(today, entry.holds ?? 0) : undefined,
      written_by: persona("member-fr").personId,
      written_at: brusselsInstant(day, "17:00"),
    };
  });
  await insertRows(client, "lab_hub_entry", ENTRY_COLUMNS, rows);
  for (const { title, replacedBy } of HUB_ENTRIES.filter((entry) => entry.replacedBy)) {
    await client.query("update lab_hub_entry set replaced_by = $2 where id = $1", [
      idOf(title),
      idOf(replacedBy),
    ]);
  }
}

const LAB_COLUMNS = {
  id: "uuid",
  slug: "text",
  code: "text",
  state: "text",
  language: "text",
  title: "text",
  theme: "text",
  model: "text",
  origin: "text",
  origin_note: "text",
  why_now: "text",
  makes: "text",
  for_whom: "text",
  effort: "text",
  city: "text",
  online: "bool",
  online_link: "text",
  capacity: "int",
  threshold: "int",
  proposed_at: "timestamptz",
  opened_at: "timestamptz",
  paused_until: "date",
  asked_at: "timestamptz",
  closed_at: "timestamptz",
  outcome: "text",
  made: "text",
  hand_off: "text",
  hand_off_note: "text",
  hand_off_lab: "uuid",
  hand_off_state: "text",
  hand_off_reason: "text",
  hand_off_answered_at: "timestamptz",
  hub_id: "uuid",
};
const PERSON_COLUMNS = {
  lab_id: "uuid",
  person_id: "uuid",
  standing: "text",
  role: "text",
  interested_at: "timestamptz",
  joined_at: "timestamptz",
  since: "timestamptz",
};
const MEETING_COLUMNS = {
  id: "uuid",
  lab_id: "uuid",
  title: "text",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  place: "text",
  minutes_spent: "int",
  gist: "text",
};
const ATTENDANCE_COLUMNS = {
  meeting_id: "uuid",
  person_id: "uuid",
  state: "text",
  marked_by: "uuid",
  at: "timestamptz",
};
const MOVE_COLUMNS = {
  lab_id: "uuid",
  event: "text",
  to: "text",
  reason: "text",
  at: "timestamptz",
};
const ENTRY_COLUMNS = {
  id: "uuid",
  hub_id: "uuid",
  kind: "text",
  lab_id: "uuid",
  on: "date",
  language: "text",
  title: "text",
  text: "text",
  reviewer: "text",
  reviewed_by: "uuid",
  reviewed_on: "date",
  valid_until: "date",
  written_by: "uuid",
  written_at: "timestamptz",
};
