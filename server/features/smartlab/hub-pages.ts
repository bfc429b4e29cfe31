import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { answerState, DAYS_OF_NOTICE } from "#domain/smartlab/answer.ts";
import type { HubCard, HubEntry, HubPage } from "#wire/smartlab-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { labCards } from "./cards.ts";
import type { Client } from "./repository.ts";

const HUB = `
  h.id, h.slug, h.title, (SELECT count(*) FROM lab l WHERE l.hub_id = h.id)::int AS labs`;

/** Topics with several groups, the newest first. */
export async function hubCards(client: Client): Promise<HubCard[]> {
  const { rows } = await client.query<HubCard>(
    `SELECT ${HUB} FROM lab_hub h ORDER BY h.made_at DESC LIMIT 20`,
  );
  return rows;
}

/** One topic: its groups, what happened, the answers that hold, what changed. */
export async function hubPage(
  { pool, clock }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<HubPage>> {
  const { rows } = await pool.query<HubPage["hub"]>(
    `SELECT ${HUB}, h.summary FROM lab_hub h WHERE h.slug = $1`,
    [slug],
  );
  const [hub] = rows;
  if (!hub) return refuse("not-found");
  const [labs, entries] = await Promise.all([
    labCards(pool, actor, { condition: "l.hub_id = $2", values: [hub.id] }),
    entriesOf(pool, hub.id, dayInBrussels(clock.now())),
  ]);
  const carries = labs.some(({ mine }) => mine?.standing === "joined" && mine.role !== "member");
  const support = can(actor, "lab.support", COOPERATIVE);
  return ok({ hub, labs, entries, rights: { write: support || carries, review: support } });
}

const MOST_ENTRIES = 200;

type Kept = HubEntry & { validUntil?: string };

/** Newest first. An answer that another took the place of stays, and says so. */
async function entriesOf(client: Client, hubId: string, today: string): Promise<HubEntry[]> {
  const { rows } = await client.query<Kept>(
    `SELECT e.id, e.kind, ${isoDay('e."on"')} AS day, e.language, e.title, e.text,
       e.source_url AS "sourceUrl", e.replaced_by AS "replacedBy",
       ${isoDay("e.valid_until")} AS "validUntil",
       CASE WHEN l.id IS NOT NULL
         THEN json_build_object('slug', l.slug, 'title', l.title, 'language', l.language) END AS lab,
       CASE WHEN e.reviewed_on IS NOT NULL THEN json_build_object('reviewer', e.reviewer,
         'on', e.reviewed_on, 'validUntil', e.valid_until) END AS review
     FROM lab_hub_entry e LEFT JOIN lab l ON l.id = e.lab_id
     WHERE e.hub_id = $1 ORDER BY e."on" DESC, e.id DESC LIMIT ${MOST_ENTRIES}`,
    [hubId],
  );
  const days = { today, soon: addDays(today, DAYS_OF_NOTICE) };
  return rows.map((row) => {
    const { validUntil, ...entry } = withoutNulls(row);
    if (entry.kind !== "answer") return entry;
    const told = { ...(validUntil ? { validUntil } : {}), replaced: !!entry.replacedBy };
    return { ...entry, answer: answerState(told, days) };
  });
}
