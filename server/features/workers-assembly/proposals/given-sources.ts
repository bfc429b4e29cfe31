import type { PoolClient } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { inLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SessionKind } from "#domain/programme/session.ts";
import type { SourceKind } from "#domain/workers-assembly/stage.ts";
import type { ProposalBeginning } from "#wire/proposal-pages.ts";
import type { ProposalCommands, ProposeFrom } from "#wire/proposals.ts";
import { isoDay } from "../../../platform/instants.ts";
import { maySee } from "../../assembly/cards.ts";
import { assemblyById } from "../../check-in/site-sql.ts";
import type { Client, Edition } from "../edition.ts";

/** Who proposes, where and when; what they write in. */
type For = { edition: Edition; by: PersonActor; language: Language; now: Date };

/** What is kept of it: where it leads by its id, or what it was called. */
type Source = { kind: SourceKind; source: string; label: string };

type Named = { field: ProposalBeginning["field"]; id: string };
type Found = Source & { begins: ProposalBeginning };

/** What an address names as the beginning of a proposal, where this reader may begin from it. */
export function beginningOf(
  client: Client,
  { demand, lab, workshop }: ProposeFrom,
  to: For,
): Promise<ProposalBeginning | undefined> {
  const given = [
    { field: "demandId", id: demand },
    { field: "labId", id: lab },
    { field: "sessionId", id: workshop },
  ] as const;
  const named = given.find(({ id }) => id !== undefined);
  if (named?.id === undefined) return Promise.resolve(undefined);
  return FIND[named.field](client, named.id, to).then((found) => found?.begins);
}

type Given = Pick<
  ProposalCommands["proposal.propose"],
  ProposalBeginning["field"] | "workshop" | "workshopOn" | "city"
>;

/** What a proposal says it came from, as far as there is such a thing and they belong to it. */
export async function givenSources(
  client: Client,
  given: Given,
  to: For,
): Promise<Result<Source[]>> {
  const named = FIELDS.flatMap((field): Named[] => {
    const id = given[field];
    return id ? [{ field, id }] : [];
  });
  const sources: Source[] = [];
  for (const { field, id } of named) {
    const found = await FIND[field](client, id, to);
    if (!found) return refuse("not-found");
    sources.push({ kind: found.kind, source: found.source, label: found.label });
  }
  if (given.workshop !== "") {
    const label = await freeLabel(client, given);
    sources.push({ kind: "workshop", source: label, label });
  }
  return ok(sources);
}

/** A workshop that no programme has: as it is called, where and when. */
async function freeLabel(client: Client, { workshop, workshopOn, city }: Given): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT name FROM office WHERE id = $1", [
    city,
  ]);
  return [workshop, rows[0]?.name, workshopOn].filter(Boolean).join(", ");
}

export async function keepSources(
  client: PoolClient,
  proposalId: string,
  sources: readonly Source[],
): Promise<void> {
  for (const { kind, source, label } of sources) {
    await client.query("INSERT INTO proposal_source VALUES ($1, $2, $3, $4)", [
      ...[proposalId, kind, source, label],
    ]);
  }
}

type Find = (client: Client, id: string, to: For) => Promise<Found | undefined>;

const FIND: Record<ProposalBeginning["field"], Find> = {
  demandId: findDemand,
  labId: findLab,
  sessionId: findSession,
};
const FIELDS = Object.keys(FIND) as ProposalBeginning["field"][];

/** A demand that was sorted out of the answers of the same campaign, once everybody may read it. */
async function findDemand(
  client: Client,
  id: string,
  { edition }: For,
): Promise<Found | undefined> {
  const { rows } = await client.query<{ text: string; language: Language; theme: string }>(
    `SELECT d.text, d.language, d.theme FROM survey_demand d JOIN survey s ON s.id = d.survey_id
     WHERE d.id = $1 AND s.campaign_id = $2 AND s.phase = 'published'`,
    [id, edition.campaignId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const begins: ProposalBeginning = { field: "demandId", id, ...row };
  return { kind: "survey-demand", source: id, label: "", begins };
}

/** A lab that they belong to: nobody speaks for another one. */
async function findLab(client: Client, id: string, { by }: For): Promise<Found | undefined> {
  const { rows } = await client.query<{ text: string; language: Language }>(
    `SELECT l.title AS text, l.language FROM lab l
     JOIN lab_person p ON p.lab_id = l.id AND p.person_id = $2 AND p.standing = 'joined'
     WHERE l.id = $1`,
    [id, by.personId],
  );
  const [row] = rows;
  return row && { kind: "lab", source: id, label: "", begins: { field: "labId", id, ...row } };
}

type Session = {
  assemblyId: string;
  kind: SessionKind;
  title: Translated;
  place: string;
  city: string;
  day: string;
};

/** A session that has begun, of a programme that everybody may read: its name will be public. */
async function findSession(
  client: Client,
  id: string,
  { by, language, now }: For,
): Promise<Found | undefined> {
  const { rows } = await client.query<Session>(
    `SELECT s.assembly_id AS "assemblyId", s.kind, s.title,
       coalesce(nullif(x.city, ''), x.name) AS place, coalesce(x.office_id, '') AS city,
       ${isoDay("s.starts_at AT TIME ZONE 'Europe/Brussels'")} AS day
     FROM programme_session s JOIN site x ON x.id = s.site_id
     WHERE s.id = $1 AND s.cancelled_at IS NULL AND s.starts_at <= $2`,
    [id, now],
  );
  const [row] = rows;
  if (!row || isApart(row.assemblyId)) return undefined;
  const assembly = await assemblyById(client, row.assemblyId);
  const title = inLanguage(row.title, language);
  if (!assembly || !maySee(by, assembly) || !title) return undefined;
  const { kind, place, city, day } = row;
  const label = [title.value, place, day].join(", ");
  const begins: ProposalBeginning = {
    field: "sessionId",
    id,
    text: label,
    language: title.language,
  };
  return {
    kind: kind === "workshop" ? "workshop" : "conference",
    source: id,
    label,
    begins: city ? { ...begins, city } : begins,
  };
}
