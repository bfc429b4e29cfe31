import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { slugOf } from "#domain/smartlab/lab.ts";
import { type CampaignPart, RESERVED_SLUGS } from "#domain/surveys/campaign.ts";
import {
  type CalendarEntry,
  type CampaignFields,
  type ChangedCampaign,
  type NewSurvey,
  type Theme,
  translated,
} from "#wire/surveys.ts";
import { inTransaction } from "../../platform/database.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { byLine, linesOf } from "./lines.ts";
import { asCoordinator, type Client, employerSide } from "./standing.ts";

/**
 * Begins a campaign and hands it to the workers who will coordinate it: whoever begins it for the
 * cooperative has no right in it any more.
 */
export function createCampaign(
  platform: Platform,
  actor: Actor,
  fields: CampaignFields,
): Promise<Result<{ slug: string }>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    if (!can(actor, "campaign.create", COOPERATIVE)) return refuse("not-allowed");
    const values = await valuesOf(client, fields);
    if (!values.ok) return values;
    const slug = await freeSlug(client, "campaign", firstOf(translated(fields, "title")));
    const campaignId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO campaign (id, slug, created_by, created_at, ${FIELDS.join(", ")})
       VALUES ($1, $2, $3, $4, ${FIELDS.map((_, at) => `$${at + 5}`).join(", ")})`,
      [campaignId, slug, actor.personId, now, ...values.value],
    );
    for (const registerNo of fields.coordinators.split(/[\s,;]+/).filter(Boolean)) {
      const named = await putInto(platform, client, {
        campaignId,
        registerNo,
        part: "coordinator",
      });
      if (!named.ok) return named;
    }
    await note(client, actor, "campaign.create", campaignId, now);
    return ok({ slug });
  });
}

/** Before it is published everything may change; afterwards who is asked stays as it was said. */
export function changeCampaign(
  platform: Platform,
  actor: Actor,
  { slug, ...fields }: ChangedCampaign & { slug: string },
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, campaign) => {
    if (campaign.revision !== fields.revision) return refuse("changed-meanwhile");
    const values = await valuesOf(client, fields);
    if (!values.ok) return values;
    const [electorate, offices] = [fields.electorate, values.value.at(-1) as string[]];
    const same =
      electorate === campaign.electorate && offices.join() === [...campaign.offices].sort().join();
    if (campaign.published && !same) return refuse("campaign-published");
    await client.query(
      `UPDATE campaign SET revision = revision + 1,
         ${FIELDS.map((name, at) => `${name} = $${at + 2}`).join(", ")} WHERE id = $1`,
      [campaign.id, ...values.value],
    );
    return ok(null);
  });
}

/** Says to everybody what is asked, of whom and when; nobody is asked before. */
export function publishCampaign(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, { id, published }, by) => {
    if (published) return refuse("changed-meanwhile");
    const now = platform.clock.now();
    await client.query("UPDATE campaign SET published_on = $2 WHERE id = $1", [
      id,
      dayInBrussels(now),
    ]);
    await note(client, by, "campaign.publish", id, now);
    return ok(null);
  });
}

export function namePerson(
  platform: Platform,
  actor: Actor,
  { slug, registerNo, part }: { slug: string; registerNo: string; part: CampaignPart },
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const named = await putInto(platform, client, { campaignId: id, registerNo, part });
    if (named.ok) await note(client, by, `campaign.${part}`, id, platform.clock.now());
    return named;
  });
}

/** Somebody stops coordinating; the last one stays until another is named. */
export function leaveCampaign(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const { rowCount } = await client.query(
      `DELETE FROM campaign_person WHERE campaign_id = $1 AND person_id = $2
       AND EXISTS (SELECT FROM campaign_person o WHERE o.campaign_id = $1
         AND o.part = 'coordinator' AND o.person_id <> $2)`,
      [id, by.personId],
    );
    return rowCount === 0 ? refuse("campaign-last-coordinator") : ok(null);
  });
}

export function addSurvey(
  platform: Platform,
  actor: Actor,
  { slug, sourceLanguage, ...fields }: NewSurvey & { slug: string },
): Promise<Result<{ slug: string }>> {
  return onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const title = translated(fields, "title");
    if (!title[sourceLanguage]) return refuse("bad-input");
    const surveySlug = await freeSlug(client, "survey", firstOf(title));
    const surveyId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO survey (id, campaign_id, slug, source_language, questionnaire, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [surveyId, id, surveySlug, sourceLanguage, { title, intro: {}, questions: [] }, now],
    );
    await note(client, by, "survey.add", id, now);
    return ok({ slug: surveySlug });
  });
}

type Campaign = {
  id: string;
  revision: number;
  published: boolean;
  electorate: string;
  offices: string[];
};

/** Work of who coordinates a campaign, which is locked meanwhile. */
function onCampaign<T>(
  platform: Platform,
  actor: Actor,
  slug: string,
  work: (client: PoolClient, campaign: Campaign, by: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Campaign>(
      `SELECT id, revision, published_on IS NOT NULL AS published, electorate, offices
       FROM campaign WHERE slug = $1 FOR UPDATE`,
      [slug],
    );
    const [campaign] = rows;
    if (!campaign) return refuse("not-found");
    const by = await asCoordinator(platform, client, actor, campaign.id);
    return by.ok ? work(client, campaign, by.value) : by;
  });
}

/** Who coordinates works and is not on the employer's side; who observes never coordinates. */
async function putInto(
  { clock }: Platform,
  client: Client,
  { campaignId, registerNo, part }: { campaignId: string; registerNo: string; part: CampaignPart },
): Promise<Result<null>> {
  const today = dayInBrussels(clock.now());
  const { rows } = await client.query<{ id: string; employerSide: boolean }>(
    `SELECT p.id, ${employerSide("p.id", "$2::date")} AS "employerSide" FROM person p
     WHERE p.register_no = $1 AND p.kind = 'natural'`,
    [registerNo, today],
  );
  const [person] = rows;
  if (!person) return refuse("survey-person-unknown");
  if (part === "coordinator" && person.employerSide) return refuse("campaign-employer-side");
  const { rowCount } = await client.query(
    `INSERT INTO campaign_person (campaign_id, person_id, part, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [campaignId, person.id, part, today],
  );
  return rowCount === 0 ? refuse("campaign-has-part") : ok(null);
}

// In the order of `valuesOf`.
const FIELDS = [
  "titles",
  "purpose",
  "sponsor",
  "contact",
  "themes",
  "calendar",
  "electorate",
  "offices",
];

type Fields = Omit<CampaignFields, "coordinators">;

async function valuesOf(client: Client, fields: Fields): Promise<Result<unknown[]>> {
  const titles = translated(fields, "title");
  const themes: Theme[] = byLine(translated(fields, "themes")).map((said, at) => ({
    id: `t${at + 1}`,
    titles: said,
  }));
  const calendar = calendarOf(translated(fields, "calendar"));
  const offices = await officesOf(client, fields.offices);
  if (Object.keys(titles).length === 0 || themes.length === 0 || !calendar || !offices) {
    return refuse("bad-input");
  }
  const { contact, electorate } = fields;
  const said = (name: "purpose" | "sponsor") => JSON.stringify(translated(fields, name));
  return ok([
    JSON.stringify(titles),
    said("purpose"),
    said("sponsor"),
    contact,
    JSON.stringify(themes),
    JSON.stringify(calendar),
    electorate,
    offices,
  ]);
}

/** Lines that begin with their day: "2026-11-14 Assemblée à Bruxelles". */
function calendarOf(said: Translated): CalendarEntry[] | undefined {
  const entries = new Map<string, Translated>();
  for (const language of LANGUAGES) {
    for (const line of linesOf(said[language])) {
      const [, on, title] = /^(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(line) ?? [];
      if (!on || !title || Number.isNaN(Date.parse(on))) return undefined;
      entries.set(on, { ...entries.get(on), [language]: title });
    }
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, titles]) => ({ on, titles }));
}

/** Ids of offices, sorted; undefined where a name is none of theirs. */
async function officesOf(client: Client, said: string): Promise<string[] | undefined> {
  const names = said
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM office WHERE lower(name) = ANY($1) ORDER BY id",
    [names],
  );
  return rows.length === new Set(names).size ? rows.map(({ id }) => id) : undefined;
}

function firstOf(titles: Translated): string {
  return LANGUAGES.flatMap((language) => titles[language] ?? [])[0] ?? "";
}

async function freeSlug(
  client: Client,
  table: "campaign" | "survey",
  title: string,
): Promise<string> {
  const wanted = slugOf(title) || table;
  const { rows } = await client.query<{ slug: string }>(
    `SELECT slug FROM ${table} WHERE slug = $1 OR slug ~ ('^' || $1 || '-[0-9]+$')`,
    [wanted],
  );
  const taken = [...RESERVED_SLUGS, ...rows.map(({ slug }) => slug)];
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function note(client: Client, by: PersonActor, action: string, campaignId: string, at: Date) {
  const subject = `campaign:${campaignId}`;
  return journal(client, { actorId: by.personId, action, subject, at });
}
