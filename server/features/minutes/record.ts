import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { MinutedItem, MinutedVote, MinutesRecord } from "#domain/minutes/document.ts";
import { holdsIn } from "../../platform/apart-sql.ts";
import { isoDay, isoOf } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import { minutedQuestions, type PlacedQuestion } from "./record-questions.ts";
import { minutedVotes } from "./record-votes.ts";

type Client = Pick<ClientBase, "query">;
type Head = Omit<MinutesRecord, "items" | "loose">;
type Item = Omit<MinutedItem, "questions" | "votes">;

/** Everything that the tables know of one assembly's day: facts, in a stable order, no sentence. */
export async function readRecord(client: Client, assemblyId: string): Promise<MinutesRecord> {
  const head = await readHead(client, assemblyId);
  const items = await readItems(client, assemblyId);
  const questions = await minutedQuestions(client, assemblyId);
  const votes = await minutedVotes(client, assemblyId);
  return {
    ...head,
    items: items.map((item) => ({ ...item, ...of(item.id, questions, votes) })),
    loose: of(undefined, questions, votes),
  };
}

function of(
  itemId: string | undefined,
  questions: readonly PlacedQuestion[],
  votes: readonly MinutedVote[],
): Pick<MinutedItem, "questions" | "votes"> {
  return {
    questions: questions.filter((one) => one.itemId === itemId).map(({ question }) => question),
    votes: votes.filter((vote) => vote.itemId === itemId),
  };
}

async function readHead(client: Client, assemblyId: string): Promise<Head> {
  const { rows } = await client.query<Head>(HEAD, [assemblyId]);
  const [head] = rows;
  if (!head) throw new Error("Minutes are of an assembly");
  return withoutNulls(head);
}

async function readItems(client: Client, assemblyId: string): Promise<Item[]> {
  const { rows } = await client.query<Item>(
    `SELECT i.id, i.position, i.purpose, i.title, coalesce((
       SELECT json_agg(json_build_object('title', doc.title, 'language', doc.language,
           'authoritative', doc.authoritative) ORDER BY doc.authoritative DESC, doc.id)
       FROM item_document doc WHERE doc.item_id = i.id), '[]') AS documents
     FROM agenda_item i WHERE i.assembly_id = $1 ORDER BY i.position`,
    [assemblyId],
  );
  return rows;
}

// The bureau are those who hold its roles on the day; attendance counts each person once, however
// often they went out and came back. Represented are those for whom a delegate voted.
const HEAD = `
  WITH opened AS (
    SELECT min(at) FILTER (WHERE action = 'session.opened') AS opened,
      max(at) FILTER (WHERE action = 'session.closed') AS closed
    FROM audit_entry WHERE subject = 'assembly:' || $1::uuid
  ), there AS (
    SELECT DISTINCT person_id FROM attendance WHERE assembly_id = $1
  ), absent AS (
    SELECT DISTINCT v.giver_id FROM mandate_vote v JOIN decision d ON d.id = v.decision_id
    WHERE d.assembly_id = $1 AND v.giver_id NOT IN (SELECT person_id FROM there)
  )
  SELECT
    json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title,
      'day', ${isoDay("a.day")}, 'startsAt', ${isoOf("a.starts_at")},
      'openedAt', ${isoOf("opened.opened")}, 'closedAt', ${isoOf("opened.closed")},
      'place', a.place, 'authoritativeLanguages',
        coalesce(p.values #> '{authoritativeLanguages,value}', '["fr"]'), 'rollAsOf', ${isoDay("a.roll_as_of")}) AS assembly,
    coalesce((
      SELECT json_agg(json_build_object('name', s.name, 'city', s.city, 'kind', s.kind,
          'persons', (SELECT count(DISTINCT t.person_id) FROM attendance t
            JOIN roll_entry e ON e.assembly_id = t.assembly_id AND e.person_id = t.person_id
            WHERE t.site_id = s.id)) ORDER BY s.position)
      FROM site s WHERE s.assembly_id = a.id AND s.kind IN ('main', 'satellite')), '[]') AS sites,
    coalesce((
      SELECT json_agg(json_build_object('capacity', seat.role, 'name', seat.name)
        ORDER BY seat.rank, seat.name)
      FROM (
        SELECT DISTINCT g.role, ${nameOf("p")} AS name,
          array_position(ARRAY['chair', 'secretary', 'scrutineer'], g.role) AS rank
        FROM role_grant g JOIN person p ON p.id = g.person_id
        WHERE g.role IN ('chair', 'secretary', 'scrutineer')
          AND ${holdsIn("g.body", "a.id")}
          AND g.valid_from <= a.day AND (g.valid_to IS NULL OR g.valid_to >= a.day)
      ) AS seat), '[]') AS bureau,
    (SELECT json_build_object('persons', count(*), 'shares', coalesce(sum(shares), 0))
     FROM roll_entry WHERE assembly_id = a.id) AS roll,
    (SELECT json_build_object(
       'inPerson', json_build_object(
         'persons', count(*) FILTER (WHERE e.person_id IN (SELECT person_id FROM there)),
         'shares', coalesce(sum(e.shares)
           FILTER (WHERE e.person_id IN (SELECT person_id FROM there)), 0)),
       'represented', json_build_object(
         'persons', count(*) FILTER (WHERE e.person_id IN (SELECT giver_id FROM absent)),
         'shares', coalesce(sum(e.shares)
           FILTER (WHERE e.person_id IN (SELECT giver_id FROM absent)), 0)),
       'guests', (SELECT count(*) FROM there WHERE person_id NOT IN (
         SELECT person_id FROM roll_entry WHERE assembly_id = a.id)))
     FROM roll_entry e WHERE e.assembly_id = a.id) AS attended,
    coalesce((
      SELECT json_agg(json_build_object('kind', n.kind, 'act', n.act, 'at', ${isoOf("n.at")},
          'text', n.what, 'site', s.name, 'decisionId', n.decision_id) ORDER BY n.at, n.id)
      FROM incident n LEFT JOIN site s ON s.id = n.site_id
      WHERE n.assembly_id = a.id), '[]') AS incidents,
    (SELECT json_build_object(
       'sentOn', ${isoDay("c.sent_at AT TIME ZONE 'Europe/Brussels'")},
       'byMail', count(*) FILTER (WHERE t.channel = 'mail'),
       'byPost', count(*) FILTER (WHERE t.channel = 'post'),
       'returned', count(*) FILTER (WHERE t.outcome IN ('bounced', 'given-up')),
       'postedOn', ${isoDay("max(t.posted_at) AT TIME ZONE 'Europe/Brussels'")},
       'hashes', c.hashes, 'errata', coalesce((
         SELECT json_agg(json_build_object('before', e.before, 'after', e.after) ORDER BY e.at, e.id)
         FROM erratum e WHERE e.assembly_id = c.assembly_id), '[]'))
     FROM convocation c JOIN convocation_addressee t USING (assembly_id)
     WHERE c.assembly_id = a.id AND c.sent_at IS NOT NULL
     GROUP BY c.assembly_id) AS convocation
  FROM assembly a JOIN statute_profile p ON p.version = a.profile_version, opened
  WHERE a.id = $1`;
