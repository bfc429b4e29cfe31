import type { ClientBase } from "pg";
import type { Holder } from "#domain/decisions/one-tenth.ts";
import { checkOneTenth } from "#domain/decisions/one-tenth.ts";
import type { MandateStanding } from "#domain/mandates/mandate.ts";
import type { MandatesCard, MyMandate, MyMandates } from "#wire/mandates.ts";
import { nameOf } from "../../platform/person-name.ts";
import { isActiveMandate, MANDATES_ALLOWED, standingOf, takenByDelegates } from "./mandate-sql.ts";

type Client = Pick<ClientBase, "query">;
type Weight = { persons: number; shares: number };

/** Electors who are not there and whose delegate is, with the shares they hold. */
export async function representedElectors(client: Client, assemblyId: string): Promise<Weight> {
  const { rows } = await client.query<Weight>({
    name: "represented-electors",
    text: `SELECT count(*)::int AS persons, coalesce(sum(e.shares), 0)::int AS shares
      FROM mandate m JOIN roll_entry e
        ON e.assembly_id = m.assembly_id AND e.person_id = m.giver_id
      WHERE m.assembly_id = $1 AND ${isActiveMandate()}`,
    values: [assemblyId],
  });
  return rows[0] ?? { persons: 0, shares: 0 };
}

type CardRow = { allowed: boolean; accepted: number; taken: number; holders: Holder[] };

/**
 * Mandates of a session in numbers; undefined where its statutes allow none. `votes`: how many
 * could be cast now, by those who are there and for those they represent.
 */
export async function mandatesCard(
  client: Client,
  assemblyId: string,
  { represented, votes }: { represented: Weight; votes: number },
): Promise<MandatesCard | undefined> {
  const { rows } = await client.query<CardRow>({
    name: "mandates-card",
    text: `SELECT ${MANDATES_ALLOWED} AS allowed,
        (SELECT count(*)::int FROM mandate m
         WHERE m.assembly_id = a.id AND m.state = 'accepted') AS accepted,
        coalesce((SELECT sum((${takenByDelegates("a.id", "m.giver_id")}))::int FROM mandate m
         WHERE m.assembly_id = a.id AND m.state = 'accepted'
           AND ${standingOf()} = 'giver-here'), 0) AS taken,
        coalesce((SELECT json_agg(json_build_object('own', own, 'mandates', mandates)) FROM (
          SELECT (EXISTS (SELECT FROM roll_entry e
              WHERE e.assembly_id = a.id AND e.person_id = m.holder_id))::int AS own,
            count(*)::int AS mandates
          FROM mandate m WHERE m.assembly_id = a.id AND ${isActiveMandate()}
          GROUP BY m.holder_id) AS held), '[]') AS holders
      FROM assembly a JOIN statute_profile p ON p.version = a.profile_version WHERE a.id = $1`,
    values: [assemblyId],
  });
  const [row] = rows;
  if (!row?.allowed) return undefined;
  const active = row.holders.reduce((sum, { mandates }) => sum + mandates, 0);
  return {
    represented,
    suspended: row.accepted - active,
    ...(row.taken > 0 ? { takenBefore: row.taken } : {}),
    oneTenth: checkOneTenth(votes, row.holders),
  };
}

type MyRow = {
  id: string;
  giver_id: string;
  is_holder: boolean;
  name: string;
  standing: MandateStanding;
};

/** The mandates that a person gave, for themselves or a legal person, and those they hold. */
export async function myMandates(
  client: Client,
  assemblyId: string,
  personId: string,
): Promise<MyMandates> {
  const { rows } = await client.query<MyRow>({
    name: "my-mandates",
    text: `SELECT m.id, m.giver_id, m.holder_id = $2 AS is_holder, ${standingOf()} AS standing,
        ${nameOf("p")} AS name
      FROM mandate m
      JOIN assembly a ON a.id = m.assembly_id
      JOIN person p ON p.id = CASE WHEN m.holder_id = $2 THEN m.giver_id ELSE m.holder_id END
      WHERE m.assembly_id = $1 AND m.state IN ('given', 'accepted')
        AND (m.holder_id = $2 OR m.giver_id = $2 OR m.giver_id IN (
          SELECT r.legal_person_id FROM representation r
          WHERE r.representative_id = $2 AND r.valid_from <= coalesce(a.roll_as_of, a.day)
            AND (r.valid_to IS NULL OR r.valid_to >= coalesce(a.roll_as_of, a.day))))
      ORDER BY m.given_at, m.id`,
    values: [assemblyId, personId],
  });
  const mandate = ({ id, name, standing }: MyRow): MyMandate => ({ id, name, standing });
  return {
    given: Object.fromEntries(
      rows.filter((row) => !row.is_holder).map((row) => [row.giver_id, mandate(row)]),
    ),
    held: Object.fromEntries(
      rows.filter((row) => row.is_holder).map((row) => [row.id, mandate(row)]),
    ),
  };
}

/**
 * Those whose own view changes when these people come or go: their delegates, and those for whom
 * they hold a mandate.
 */
export async function mandatePartners(
  client: Client,
  assemblyId: string,
  persons: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: "mandate-partners",
    text: `SELECT CASE WHEN m.holder_id = ANY($2::uuid[]) THEN m.giver_id ELSE m.holder_id END AS id
      FROM mandate m WHERE m.assembly_id = $1 AND m.state = 'accepted'
        AND (m.holder_id = ANY($2::uuid[]) OR m.giver_id = ANY($2::uuid[]))`,
    values: [assemblyId, persons],
  });
  return rows.map(({ id }) => id);
}

/** Who is present for a quorum, those represented included, and what is known of mandates. */
export async function mandatesPart(
  client: Client,
  assemblyId: string,
  inPerson: Weight,
): Promise<{ present: Weight; mandates?: MandatesCard }> {
  const represented = await representedElectors(client, assemblyId);
  const present = {
    persons: inPerson.persons + represented.persons,
    shares: inPerson.shares + represented.shares,
  };
  const mandates = await mandatesCard(client, assemblyId, {
    represented,
    votes: present.persons,
  });
  return { present, ...(mandates ? { mandates } : {}) };
}

/** The same for a person's own view of a session: nothing where there is none. */
export async function myMandatesPart(
  client: Client,
  assemblyId: string,
  personId: string,
): Promise<{ mandates?: MyMandates }> {
  const mandates = await myMandates(client, assemblyId, personId);
  const none = [mandates.given, mandates.held].every((part) => Object.keys(part).length === 0);
  return none ? {} : { mandates };
}
