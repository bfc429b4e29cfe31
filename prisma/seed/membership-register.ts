import type { Row } from "./batch.ts";
import { addDays, daysBetween } from "./days.ts";
import { demoId } from "./ids.ts";
import type { CategoryId, Cohort } from "./membership-figures.ts";
import { CATEGORY_IDS, COHORTS, EXCLUSIONS_2024 } from "./membership-figures.ts";
import type { PeopleMaker, PersonRow } from "./membership-people.ts";
import { sharesAtAdmission } from "./membership-people.ts";
import { PERSONAS } from "./personas.ts";
import type { SeededRandom } from "./random.ts";

/** Of the members of category B this many are organisations; those of category C all are (invented). */
const LEGAL_IN_B = 40;

/** Members of category A, oldest cohort, who bought more shares later (invented). */
const SHARE_BUYERS = 900;

export type Member = {
  person: PersonRow;
  category: CategoryId;
  shares: number;
  admittedOn: string;
};

/** Every membership the demo ever had, and the events from which the register derives them. */
export type Register = {
  members: Member[];
  organisations: Member[];
  /** Members of category A since before 2023 whom nothing else happened to, shuffled. */
  ordinary: Member[];
  events: Row[];
};

export function buildRegister(random: SeededRandom, people: PeopleMaker): Register {
  const members = COHORTS.flatMap((cohort, at) =>
    admitCohort(random, people, cohort, at === 0),
  ).sort(
    (one, other) =>
      Number(one.admittedOn > other.admittedOn) - Number(one.admittedOn < other.admittedOn),
  );
  members.forEach(({ person }, at) => {
    person.register_no = `S${String(at + 1).padStart(6, "0")}`;
  });
  const known = new Set(PERSONAS.map((persona) => persona.personId));
  const ordinary = random.shuffle(
    members.filter(
      ({ person, category, admittedOn }) =>
        category === "A" && !known.has(person.id) && admittedOn < "2023-01-01",
    ),
  );
  const take = (count: number) => ordinary.splice(0, count);
  const drafts = [
    ...members.map(admission),
    ...COHORTS.flatMap((cohort) =>
      take(cohort.resigned).map((member) => resignation(random, member, cohort)),
    ),
    ...take(EXCLUSIONS_2024).map((member) => exclusion(random, member)),
    ...take(SHARE_BUYERS).map((member) => purchase(random, member)),
  ];
  return {
    members,
    organisations: members.filter(({ person }) => person.kind === "legal"),
    ordinary: ordinary.filter(({ person }) => person.email_status === "working"),
    events: drafts.map((draft, at) => ({ id: demoId("event", at + 1), ...draft })),
  };
}

function admitCohort(
  random: SeededRandom,
  people: PeopleMaker,
  cohort: Cohort,
  first: boolean,
): Member[] {
  const personas = first ? PERSONAS.filter((persona) => persona.member) : [];
  const waiting = people.rows.filter(({ id }) => personas.some((one) => one.personId === id));
  let organisationsLeft = first ? LEGAL_IN_B : 0;
  const nextPerson = (category: CategoryId): PersonRow => {
    if (category === "A") return waiting.shift() ?? people.natural();
    if (category === "C") return people.legal();
    organisationsLeft -= 1;
    return organisationsLeft >= 0 ? people.legal() : people.natural();
  };
  const length = daysBetween(cohort.from, cohort.to) + 1;
  return CATEGORY_IDS.flatMap((category) =>
    Array.from({ length: cohort.admitted[category] }, () => ({
      person: nextPerson(category),
      category,
      shares: sharesAtAdmission(random, category),
      admittedOn: addDays(cohort.from, random.below(length)),
    })),
  );
}

function admission({ person, category, shares, admittedOn }: Member): Row {
  return {
    person_id: person.id,
    kind: "admitted",
    category_id: category,
    shares,
    effective_on: admittedOn,
    recorded_at: `${admittedOn}T09:00:00Z`,
    source: "demo",
  };
}

/** Asked for in the first half of the year, with effect at its end: still a member at a June assembly. */
function resignation(random: SeededRandom, { person, category }: Member, cohort: Cohort): Row {
  return {
    person_id: person.id,
    kind: "resigned",
    category_id: category,
    shares: 0,
    effective_on: `${cohort.from.slice(0, 4)}-06-30`,
    recorded_at: `${addDays(cohort.from, random.below(150))}T09:00:00Z`,
    source: "demo",
  };
}

function exclusion(random: SeededRandom, { person, category, shares }: Member): Row {
  return {
    person_id: person.id,
    kind: "excluded",
    category_id: category,
    shares,
    effective_on: null,
    recorded_at: `${addDays("2024-10-01", random.below(60))}T09:00:00Z`,
    source: "demo",
  };
}

function purchase(random: SeededRandom, { person, category, shares }: Member): Row {
  const day = addDays("2023-01-01", random.below(700));
  return {
    person_id: person.id,
    kind: "shares_changed",
    category_id: category,
    shares: shares + 1 + random.below(9),
    effective_on: day,
    recorded_at: `${day}T09:00:00Z`,
    source: "demo",
  };
}
