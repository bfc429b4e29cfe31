import type { ClientBase } from "pg";
import type { Row } from "./batch.ts";
import { insertRows } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { AROUND, CATEGORY_IDS, categoryLabel, OFFICES } from "./membership-figures.ts";
import { grantRows } from "./membership-grants.ts";
import type { PersonRow } from "./membership-people.ts";
import { peopleMaker } from "./membership-people.ts";
import type { Register } from "./membership-register.ts";
import { buildRegister } from "./membership-register.ts";
import { persona, PERSONAS } from "./personas.ts";
import type { SeededRandom } from "./random.ts";

/** What the other parts of the seed need to know of the register. */
export type SeededMembership = {
  persons: number;
  /** Sits on the board since a cooptation that today's assembly confirms or not. */
  coopted: PersonRow;
  /** The two directors elected in June 2024. */
  elected: PersonRow[];
};

/** Directors besides the persona (how many seats there are is not published). */
const DIRECTORS = 6;

export async function seedMembership(
  client: ClientBase,
  random: SeededRandom,
  today: string,
): Promise<SeededMembership> {
  const people = peopleMaker(random);
  const register = buildRegister(random, people);
  const staff = register.ordinary.slice(0, AROUND.staffMembers);
  const directors = register.ordinary.slice(-DIRECTORS).map(({ person }) => person);
  const [coopted, ...elected] = directors;
  if (!coopted) throw new Error("the demo needs a board");
  const natural = (count: number) => Array.from({ length: count }, people.natural);
  const affiliations = [
    ...PERSONAS.filter((one) => !one.member).map((one) => ["unit_holder", one.personId] as const),
    ...PERSONAS.filter((one) => one.staff).map((one) => ["support_staff", one.personId] as const),
    ...natural(AROUND.unitHolders).map(({ id }) => ["unit_holder", id] as const),
    ...natural(AROUND.staffOthers).map(({ id }) => ["support_staff", id] as const),
    ...staff.map(({ person }) => ["support_staff", person.id] as const),
    ...natural(AROUND.guests).map(({ id }) => ["guest", id] as const),
  ];

  await insertPlaces(client);
  await insertRows(client, "person", PERSON_COLUMNS, people.rows);
  await insertRows(client, "membership_event", EVENT_COLUMNS, register.events);
  await insertRows(
    client,
    "affiliation",
    { id: "uuid", person_id: "uuid", kind: "AffiliationKind", valid_from: "date" },
    affiliations.map(([kind, person_id], at) => ({
      id: demoId("affiliation", at + 1),
      person_id,
      kind,
      valid_from: kind === "guest" ? addDays(today, -7) : addDays("2023-01-02", random.below(900)),
    })),
  );
  await insertRows(
    client,
    "representation",
    { id: "uuid", legal_person_id: "uuid", representative_id: "uuid", valid_from: "date" },
    representations(register),
  );
  const grants = grantRows(
    today,
    directors.map(({ id }) => id),
    coopted.id,
  );
  await insertRows(client, "role_grant", GRANT_COLUMNS, grants);
  return { persons: people.rows.length, coopted, elected: elected.slice(0, 2) };
}

/** The organisation of category C that came first is represented by the persona. */
function representations({ organisations, ordinary }: Register): Row[] {
  const ofPersona = organisations.find(({ category }) => category === "C");
  return organisations.map((organisation, at) => {
    const representative =
      organisation === ofPersona
        ? persona("representative").personId
        : ordinary[AROUND.staffMembers + at]?.person.id;
    return {
      id: demoId("representation", at + 1),
      legal_person_id: organisation.person.id,
      representative_id: representative,
      valid_from: organisation.admittedOn,
    };
  });
}

async function insertPlaces(client: ClientBase): Promise<void> {
  await insertRows(
    client,
    "office",
    { id: "text", name: "text", language: "text", opens_on: "date" },
    OFFICES.map(({ opensOn, id, name, language }) => ({ id, name, language, opens_on: opensOn })),
  );
  await insertRows(
    client,
    "member_category",
    { id: "text", label: "jsonb", valid_from: "date" },
    CATEGORY_IDS.map((id) => ({ id, label: categoryLabel(id), valid_from: "2016-11-14" })),
  );
}

const PERSON_COLUMNS = {
  id: "uuid",
  register_no: "text",
  kind: "PersonKind",
  given_name: "text",
  family_name: "text",
  language: "text",
  office_id: "text",
  email: "text",
  email_status: "EmailStatus",
  postal: "text",
};

const EVENT_COLUMNS = {
  id: "uuid",
  person_id: "uuid",
  kind: "MembershipEventKind",
  category_id: "text",
  shares: "int",
  effective_on: "date",
  recorded_at: "timestamptz",
  source: "text",
};

const GRANT_COLUMNS = {
  id: "uuid",
  person_id: "uuid",
  role: "text",
  body: "text",
  valid_from: "date",
  valid_to: "date",
  granted_by: "uuid",
};
