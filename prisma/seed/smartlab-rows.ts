import { USUAL_THRESHOLD } from "../../app/domain/smartlab/lab.ts";
import type { LabNote, LabState } from "../../app/domain/smartlab/life.ts";
import type { Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import type { SeedLab } from "./smartlab-texts.ts";

/** A lab with the people around it: those who came, those with a place, those interested, those who wait. */
export type PlacedLab = SeedLab & {
  id: string;
  number: number;
  around: string[];
  /** The lab that took up what it made. */
  takenUpBy?: string | undefined;
};

export type LabRows = Record<"labs" | "people" | "meetings" | "attendances" | "moves", Row[]>;

/** Days until another lab says that it goes on. */
const TAKING_UP = 16;

/** Days between two meetings, and from the proposal to the opening and to the first one. */
const APART = 24;
const GATHERING = 40;
const BEGINNING = 20;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every row of one lab. The days follow from today, the evenings are at six in Brussels. */
export function labRows(lab: PlacedLab, now: Date, today: string): LabRows {
  const days = daysOf(lab, today);
  return {
    labs: [labRow(lab, days, now)],
    people: peopleOf(lab, days),
    ...meetingsOf(lab, days, now, today),
    moves: movesOf(lab, days),
  };
}

type Days = { proposed: string; opened?: string; met: string[]; ended?: string };

function daysOf({ state, course }: SeedLab, today: string): Days {
  const last = -course.silent;
  const met = Array.from({ length: course.meetings }, (_, at) =>
    addDays(today, last - APART * (course.meetings - 1 - at)),
  );
  const first = met[0] ?? addDays(today, 6);
  const isOpen = state !== "interest" && state !== "ready";
  const opened = isOpen ? addDays(first, met[0] ? -BEGINNING : -9) : undefined;
  return {
    proposed: addDays(opened ?? today, isOpen ? -GATHERING : -17),
    ...(opened ? { opened } : {}),
    met,
    ...(state === "closed" || state === "paused" ? { ended: addDays(today, last + 10) } : {}),
  };
}

const morning = (day: string) => brusselsInstant(day, "10:00");
const evening = (day: string) => brusselsInstant(day, "18:00");

// The letters of codes: check-in's migration.
const LETTERS = "ACDEFHJKMNPRTWXY";

function labRow(lab: PlacedLab, days: Days, now: Date): Row {
  return {
    id: lab.id,
    slug: lab.slug,
    code: `KMR${LETTERS[lab.number] ?? "A"}TA`,
    state: lab.state,
    language: lab.language,
    title: lab.title,
    theme: lab.theme,
    model: lab.model,
    origin: lab.origin,
    origin_note: lab.originNote ?? "",
    why_now: lab.whyNow,
    makes: lab.makes,
    for_whom: lab.forWhom,
    effort: lab.effort,
    city: lab.city,
    online: lab.online,
    online_link: lab.online ? `https://meet.example/${lab.slug}` : "",
    capacity: lab.capacity,
    threshold: lab.threshold ?? USUAL_THRESHOLD,
    proposed_at: morning(days.proposed),
    opened_at: days.opened && morning(days.opened),
    hub_id: lab.hub && demoId("lab-hub", 1),
    ...restOf(lab, now),
    ...endOf(lab, days),
  };
}

/** A pause that lasts, or a silence that its people were asked about three days ago. */
function restOf({ state, course }: PlacedLab, now: Date): Row {
  if (state === "paused") return { paused_until: addDays(now.toISOString().slice(0, 10), 25) };
  if (state === "closed" || course.silent < 80) return {};
  return { asked_at: new Date(now.getTime() - 72 * HOUR) };
}

function endOf({ made, takenUpBy }: PlacedLab, { ended }: Days): Row {
  if (!made || !ended) return NO_END;
  return {
    closed_at: morning(ended),
    outcome: made.outcome,
    made: made.made,
    hand_off: made.handOff,
    hand_off_note: made.note,
    hand_off_lab: takenUpBy,
    hand_off_state: takenUpBy ? "accepted" : "",
    hand_off_reason: made.takenUp?.reason ?? "",
    hand_off_answered_at: takenUpBy && morning(addDays(ended, TAKING_UP)),
  };
}

const NO_END = {
  outcome: "",
  made: "",
  hand_off: "none",
  hand_off_note: "",
  hand_off_state: "",
  hand_off_reason: "",
};

function peopleOf(lab: PlacedLab, days: Days): Row[] {
  const { registered, interested } = lab.course;
  const rows = lab.around.map((person_id, at): Row => {
    const early = morning(addDays(days.proposed, at % GATHERING));
    const interested_at = at === 0 ? morning(days.proposed) : early;
    const waits = at >= interested;
    const joined = at < registered;
    const joined_at = joined ? (days.opened ? morning(days.opened) : interested_at) : undefined;
    return {
      lab_id: lab.id,
      person_id,
      standing: joined ? "joined" : waits ? "waiting" : "interested",
      role: at === 0 ? "initiator" : "member",
      interested_at,
      joined_at,
      since: joined_at ?? interested_at,
    };
  });
  if (!days.opened) return rows;
  const opened = morning(days.opened);
  const co = { interested_at: opened, joined_at: opened, since: opened };
  const person_id = persona("support").personId;
  return [
    ...rows,
    { lab_id: lab.id, person_id, standing: "joined", role: "co-facilitator", ...co },
  ];
}

function meetingsOf(lab: PlacedLab, days: Days, now: Date, today: string) {
  const { minutes, met } = lab.course;
  const place = lab.city && !lab.online ? `Maison des membres, ${lab.city}` : lab.city;
  const id = (at: number) => demoId("lab-meeting", lab.number * 100 + at);
  const meetings = days.met.map((day, at): Row => {
    const starts_at = evening(day);
    const ends_at = new Date(starts_at.getTime() + minutes * MINUTE);
    const gist = at === days.met.length - 1 ? (lab.gist ?? "") : "";
    const row = { id: id(at), lab_id: lab.id, title: "", starts_at, ends_at, place };
    return { ...row, minutes_spent: minutes, gist };
  });
  const came = lab.around.slice(0, met);
  const attendances = meetings.flatMap((meeting, at) =>
    came
      .filter((_, person) => person % meetings.length === at || (person * 7 + at * 3) % 5 < 2)
      .map(
        (person_id): Row => ({
          meeting_id: meeting["id"],
          person_id,
          state: "present",
          marked_by: lab.around[0],
          at: meeting["ends_at"],
        }),
      ),
  );
  if (lab.next === undefined) return { meetings, attendances };
  const starts_at =
    lab.next === 0 ? new Date(now.getTime() - 10 * MINUTE) : evening(addDays(today, lab.next));
  const ends_at = new Date(starts_at.getTime() + 2 * HOUR);
  const next = { id: id(99), lab_id: lab.id, title: "", starts_at, ends_at, place, gist: "" };
  return { meetings: [...meetings, next], attendances };
}

function movesOf(lab: PlacedLab, days: Days): Row[] {
  const move = (event: LabNote, to: LabState, at: Date, reason = ""): Row => ({
    lab_id: lab.id,
    event,
    to,
    reason,
    at,
  });
  const moves = [move("proposed", "interest", morning(days.proposed))];
  if (lab.state === "interest") return moves;
  moves.push(move("enough-interest", "ready", morning(addDays(days.proposed, 15))));
  if (days.opened) moves.push(move("open", "registration", morning(days.opened)));
  const [first] = days.met;
  if (first) moves.push(move("met", "meeting", evening(first)));
  if (lab.state === "paused" && days.ended) {
    const reason = "De trekkers zijn op tournee; wij beginnen opnieuw met een testdag.";
    moves.push(move("pause", "paused", morning(days.ended), reason));
  }
  if (lab.made && days.ended) moves.push(move("close", "closed", morning(days.ended)));
  if (lab.made?.takenUp && days.ended) {
    const answered = morning(addDays(days.ended, TAKING_UP));
    moves.push(move("taken-up", "closed", answered, lab.made.takenUp.reason));
  }
  return moves;
}
