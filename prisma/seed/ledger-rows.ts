import {
  answered,
  contested,
  entered,
  type ItemEvent,
  progressed,
  type Standing,
} from "../../app/domain/ledger/life.ts";
import type { Result } from "../../app/domain/kernel/result.ts";
import type { Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { DEMANDS, type SeedDemand } from "./ledger-demands.ts";
import { CYCLE, fateOf, GROUPS, LINKS, PARTS } from "./ledger-recommendations.ts";
import { persona } from "./personas.ts";

/** When groups published and the board answered; a demand is entered after the assembly of 2024. */
const PUBLISHED_ON = "2016-04-14";
const PLAN_ON = "2016-06-28";
const STATE_OF_PLAY_ON = "2022-05-12";
const TRANSMITTED_ON = "2024-12-02";
const EXAMINED_ON = "2025-05-20";

/** One of the demo's items on its way: where it stands, and every line of its history. */
type Course = { id: string; standing: Standing; moves: Row[]; contested: boolean };

const morning = (day: string) => brusselsInstant(day, "10:00");

const RECOMMENDATIONS = GROUPS.reduce((sum, group) => sum + group.recommendations.length, 0);
const recommendationId = (printed: number) => demoId("ledger-item", printed);
const demandId = (at: number) => demoId("ledger-item", RECOMMENDATIONS + at + 1);

/** Working groups with their published figures. */
export function groupRows(): Row[] {
  return GROUPS.map(({ slug, title, figures }, at) => ({
    id: demoId("ledger-group", at + 1),
    slug,
    cycle: CYCLE.cycle,
    year: CYCLE.year,
    title,
    figures,
    position: at,
  }));
}

export function objectiveRows(): Row[] {
  const titles = [
    { fr: "Protéger la santé de toutes et tous", nl: "Ieders gezondheid beschermen" },
    { fr: "Des revenus qui permettent de vivre", nl: "Inkomens waarvan men leven kan" },
    { fr: "Une coopérative que ses membres gouvernent", nl: "Een coöperatie die leden besturen" },
  ];
  const slugs = ["sante", "revenus", "gouvernance"];
  return titles.map((title, at) => ({
    id: demoId("ledger-objective", at + 1),
    slug: slugs[at],
    title,
    position: at,
  }));
}

/** Begins the course of an item; each next step follows the rules of the product. */
function begin(id: string, day: string): Course {
  const standing = entered("board", day);
  const course = { id, standing, moves: [], contested: false };
  return move(course, { event: "entered", to: standing, day });
}

type Step = { event: ItemEvent; to: Standing; day: string; words?: object };

function move(course: Course, { event, to, day, words = {} }: Step): Course {
  const { state, addressee, outcome, progress } = to;
  const line: Row = {
    item_id: course.id,
    event,
    state,
    addressee,
    outcome,
    progress,
    due_on: to.dueOn,
    promised_on: to.promisedOn,
    words,
    at: morning(day),
  };
  const wasContested = course.contested || event === "contested";
  return { ...course, standing: to, moves: [...course.moves, line], contested: wasContested };
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's ledger breaks a rule: ${result.refusal.code}`);
  return result.value;
}

export function recommendationRows(): { items: Row[]; moves: Row[] } {
  const titles = GROUPS.flatMap((group, at) =>
    group.recommendations.map((title) => ({ title, group, at })),
  );
  const courses = titles.map((_, at) => courseOfRecommendation(at + 1));
  const items = titles.map(({ title, group, at }, index) => ({
    ...itemRow(courses[index]!, PUBLISHED_ON),
    kind: "recommendation",
    language: "fr",
    title,
    text: `Le groupe « ${group.title.fr} » recommande : ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    sections: PARTS[index + 1] ?? {},
    theme: group.theme,
    city: "",
    group_id: demoId("ledger-group", at + 1),
    printed: String(index + 1),
    debated: false,
  }));
  return { items, moves: courses.flatMap((course) => course.moves) };
}

function courseOfRecommendation(printed: number): Course {
  const course = begin(recommendationId(printed), PUBLISHED_ON);
  const fate = fateOf(printed);
  if (!fate) return course;
  const { outcome, reason, progress, note } = fate;
  const to = sure(answered(course.standing, { outcome }, PLAN_ON));
  const words = { by: "board", reason, language: "fr" };
  const told = move(course, { event: "answered", to, day: PLAN_ON, words });
  const later = sure(progressed(to, progress));
  const news = { note, language: "fr" };
  return move(told, { event: "progressed", to: later, day: STATE_OF_PLAY_ON, words: news });
}

export function demandRows(today: string): { items: Row[]; moves: Row[] } {
  const courses = DEMANDS.map((demand, at) => courseOfDemand(demand, at, today));
  const items = DEMANDS.map((demand, at) => ({
    ...itemRow(courses[at]!, TRANSMITTED_ON),
    kind: "demand",
    origin_feature: "workers-assembly",
    origin_id: demoId("proposal", at + 1),
    language: demand.language,
    title: demand.title,
    text: demand.text,
    sections: {},
    theme: demand.theme,
    city: demand.city,
    printed: "",
    debated: demand.debated ?? false,
  }));
  return { items, moves: courses.flatMap((course) => course.moves) };
}

function courseOfDemand(demand: SeedDemand, at: number, today: string): Course {
  const { answer, progress, contest, language } = demand;
  let course = begin(demandId(at), TRANSMITTED_ON);
  if (!answer) return course;
  const { outcome, reason, adapted, owner, promisedOn, referTo } = answer;
  const to = sure(answered(course.standing, { outcome, promisedOn, referTo }, EXAMINED_ON));
  const words = { by: "board", reason, adapted, owner, referTo, language };
  course = move(course, { event: "answered", to, day: EXAMINED_ON, words });
  if (progress) {
    const later = sure(progressed(course.standing, progress.progress));
    const words = { note: progress.note, language };
    course = move(course, { event: "progressed", to: later, day: addDays(today, -75 - at), words });
  }
  if (!contest) return course;
  const again = sure(contested(course.standing, false, addDays(today, -40)));
  const reasons = { reason: contest, language };
  return move(course, { event: "contested", to: again, day: addDays(today, -40), words: reasons });
}

/** What every item's row takes from its course. */
function itemRow({ id, standing, contested: wasContested }: Course, day: string): Row {
  const { state, addressee, outcome, progress, dueOn, promisedOn } = standing;
  return {
    id,
    number: Number.parseInt(id.slice(-12), 16),
    origin_feature: "ledger",
    origin_id: id,
    state,
    addressee,
    outcome,
    progress,
    due_on: dueOn,
    promised_on: promisedOn,
    entered_at: morning(day),
    contested: wasContested,
    // Nobody is reminded today of what was owed long before the demo began.
    reminded: 6,
  };
}

export function linkRows(): Row[] {
  return LINKS.map(([from, to, kind, note]) => ({
    from_id: recommendationId(from),
    to_id: recommendationId(to),
    kind,
    note: note ?? "",
    at: morning(PUBLISHED_ON),
  }));
}

export function aimRows(): Row[] {
  return DEMANDS.flatMap(({ answer }, at) =>
    answer?.aim
      ? [{ item_id: demandId(at), objective_id: demoId("ledger-objective", answer.aim) }]
      : [],
  );
}

/** Three authors each, and between 8 and 60 supporters; who it is stands on no page. */
export function peopleRows(people: readonly string[]): Row[] {
  const behind = (item_id: string, person_id: string | undefined, role: string): Row => ({
    item_id,
    person_id,
    role,
    listed: false,
  });
  const rows = DEMANDS.flatMap((_, at) => {
    const id = demandId(at);
    const size = 8 + ((at * 17) % 53);
    const from = (at * 29) % (people.length - 64);
    const authors = people.slice(from, from + 3).map((one) => behind(id, one, "author"));
    const supporters = people.slice(from + 3, from + 3 + size);
    return [...authors, ...supporters.map((one) => behind(id, one, "supporter"))];
  });
  const member = persona("member-fr").personId;
  return [
    ...rows,
    behind(demandId(15), member, "author"),
    behind(demandId(2), member, "supporter"),
    behind(demandId(1), persona("member-nl").personId, "author"),
  ];
}
