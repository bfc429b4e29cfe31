import type { ClientBase } from "pg";
import type { KnownEvent, KnownPerson } from "#domain/membership/register-changes.ts";
import type { RegisterKnown } from "#domain/membership/register-csv.ts";

/** The register as an import finds it. */
export type Register = {
  known: RegisterKnown;
  /** By register number. */
  persons: Map<string, { id: string; person: KnownPerson; events: KnownEvent[] }>;
  /** Who has an address: their register number, or null where they have none. */
  addresses: Map<string, string | null>;
};

type PersonRow = {
  id: string;
  register_no: string | null;
  kind: KnownPerson["kind"];
  given_name: string;
  family_name: string;
  office_id: string | null;
  email: string | null;
  postal: string;
  events: KnownEvent[] | null;
};

/** One pass over persons and events: some forty thousand of each. */
export async function readRegister(client: ClientBase, today: string): Promise<Register> {
  const offices = await client.query<{ id: string; name: string }>("SELECT id, name FROM office");
  const categories = await client.query<{ id: string }>(
    "SELECT id FROM member_category WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)",
    [today],
  );
  const { rows } = await client.query<PersonRow>(
    `SELECT p.id, p.register_no, p.kind, p.given_name, p.family_name, p.office_id, p.email, p.postal,
       history.events
     FROM person p
     LEFT JOIN (
       SELECT person_id, json_agg(json_build_object('kind', kind, 'categoryId', category_id,
           'shares', shares, 'effectiveOn', effective_on)
         ORDER BY effective_on, recorded_at, id) AS events
       FROM membership_event GROUP BY person_id
     ) AS history ON history.person_id = p.id
     WHERE p.register_no IS NOT NULL OR p.email IS NOT NULL`,
  );
  const persons: Register["persons"] = new Map();
  const addresses: Register["addresses"] = new Map();
  for (const row of rows) {
    if (row.email) addresses.set(row.email, row.register_no);
    if (row.register_no) persons.set(row.register_no, knownPerson(row));
  }
  return {
    known: { offices: offices.rows, categories: categories.rows.map(({ id }) => id) },
    persons,
    addresses,
  };
}

function knownPerson(row: PersonRow) {
  return {
    id: row.id,
    person: {
      kind: row.kind,
      givenName: row.given_name,
      familyName: row.family_name,
      officeId: row.office_id ?? undefined,
      email: row.email ?? undefined,
      postal: row.postal,
    },
    events: row.events ?? [],
  };
}

/** A person as an import writes them. Language is the file's at first, the person's own later. */
export type PersonToWrite = KnownPerson & { id: string; registerNo: string; language: string };
export type EventToWrite = KnownEvent & { personId: string };

export async function insertPersons(client: ClientBase, persons: PersonToWrite[]): Promise<void> {
  await client.query(
    `INSERT INTO person (id, register_no, kind, given_name, family_name, language, office_id,
       email, email_status, postal)
     SELECT id, "registerNo", kind, "givenName", "familyName", language, "officeId", email,
       (CASE WHEN email IS NULL THEN 'none' ELSE 'working' END)::"EmailStatus", postal
     FROM ${PERSONS}`,
    [JSON.stringify(persons)],
  );
}

/** Two people may swap addresses in one file: all are taken away before any is given. */
export async function releaseAddresses(
  client: ClientBase,
  persons: PersonToWrite[],
): Promise<void> {
  await client.query(
    `UPDATE person SET email = NULL FROM ${PERSONS}
     WHERE person.id = file.id AND file.email IS NOT NULL AND person.email <> file.email`,
    [JSON.stringify(persons)],
  );
}

export async function updatePersons(client: ClientBase, persons: PersonToWrite[]): Promise<void> {
  await client.query(
    `UPDATE person SET kind = file.kind, given_name = file."givenName",
       family_name = file."familyName", office_id = coalesce(file."officeId", person.office_id),
       email = coalesce(file.email, person.email),
       email_status = CASE WHEN file.email IS NULL OR file.email = person.email
         THEN person.email_status ELSE 'working' END,
       postal = coalesce(nullif(file.postal, ''), person.postal)
     FROM ${PERSONS} WHERE person.id = file.id`,
    [JSON.stringify(persons)],
  );
}

const PERSONS = `jsonb_to_recordset($1::jsonb) AS file(id uuid, "registerNo" text,
  kind "PersonKind", "givenName" text, "familyName" text, language text, "officeId" text,
  email text, postal text)`;

export async function insertEvents(
  client: ClientBase,
  events: EventToWrite[],
  origin: { now: Date; source: string },
): Promise<void> {
  await client.query(
    `INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on,
       recorded_at, source)
     SELECT uuidv7(), "personId", kind, "categoryId", shares, "effectiveOn", $2, $3
     FROM jsonb_to_recordset($1::jsonb) AS event("personId" uuid,
       kind "MembershipEventKind", "categoryId" text, shares int, "effectiveOn" date)`,
    [JSON.stringify(events), origin.now, origin.source],
  );
}
