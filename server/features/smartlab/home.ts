import { translator } from "#app/i18n/server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { isAtWork, type LabState } from "#domain/smartlab/life.ts";
import type { HomeItem } from "#wire/home.ts";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import { epochMs } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";
import { labCards } from "./cards.ts";
import { type Client } from "./repository.ts";

type Own = {
  slug: string;
  title: string;
  language: Language;
  state: LabState;
  standing: string;
  /** They lead it and are asked what becomes of it. */
  asked: boolean;
  /** They lead it, and another lab asks it to go on with what it made. */
  requested: boolean;
  next: number | null;
  closedAt: number | null;
};

/** What labs have to say on somebody's home: meetings, places to take, what they made. */
export async function smartlabHome(platform: Platform, reader: HomeReader): Promise<HomeItem[]> {
  const { pool, clock } = platform;
  const own = await ownLabs(pool, reader.actor.personId, clock.now());
  const items = own.flatMap((lab) => itemsOf(lab, reader, clock.now()));
  return own.length > 0 ? items : [...items, ...(await couldJoin(pool, reader))];
}

async function ownLabs(client: Client, personId: string, now: Date): Promise<Own[]> {
  const { rows } = await client.query<Own>(
    `SELECT l.slug, l.title, l.language, l.state, p.standing,
       p.standing = 'joined' AND p.role <> 'member' AND l.asked_at IS NOT NULL
         AND l.asked_at > coalesce(l.affirmed_at, '-infinity') AS asked,
       p.standing = 'joined' AND p.role <> 'member' AND EXISTS (
         SELECT FROM lab o WHERE o.hand_off_lab = l.id AND o.hand_off_state = 'asked')
         AS requested,
       (SELECT ${epochMs("min(m.starts_at)")} FROM lab_meeting m
        WHERE m.lab_id = l.id AND m.cancelled_at IS NULL AND m.ends_at > $2 AND NOT EXISTS (
          SELECT FROM lab_attendance a
          WHERE a.meeting_id = m.id AND a.person_id = $1 AND a.state = 'not-this-time')) AS next,
       ${epochMs("l.closed_at")} AS "closedAt"
     FROM lab_person p JOIN lab l ON l.id = p.lab_id
     WHERE p.person_id = $1 AND p.standing IN ('interested', 'waiting', 'joined')
       AND (l.closed_at IS NULL OR l.closed_at > $2::timestamptz - interval '60 days')
     ORDER BY p.since DESC LIMIT 20`,
    [personId, now],
  );
  return rows;
}

const DAY_MS = 86_400_000;

function itemsOf(lab: Own, { language }: HomeReader, now: Date): HomeItem[] {
  const { t } = translator(language);
  const item = (kind: string, part: HomeItem["part"], more: Partial<HomeItem> = {}): HomeItem => ({
    key: `lab-${kind}:${lab.slug}`,
    part,
    sign: t(`smartlab:home.${kind}.sign`),
    title: lab.title,
    ...(lab.language === language ? {} : { titleLanguage: lab.language }),
    action: t(`smartlab:home.${kind}.action`),
    link: `/smartlab/${lab.slug}`,
    ...more,
  });
  const next = lab.standing === "joined" ? lab.next : null;
  const atWork = isAtWork(lab.state);
  const items: HomeItem[] = [];
  if (next !== null && next - now.getTime() < 7 * DAY_MS) {
    const today = dayInBrussels(new Date(next)) === dayInBrussels(now);
    const when = { at: new Date(next).toISOString(), detail: formatDateTime(language, next) };
    items.push(item("meeting", today ? "now" : "waits", when));
  }
  if (atWork && lab.standing === "interested") items.push(item("opened", "waits"));
  if (atWork && lab.asked) {
    items.push(item("asked", "waits", { link: `/smartlab/${lab.slug}#health` }));
  }
  if (lab.requested) {
    items.push(item("requested", "waits", { link: `/smartlab/${lab.slug}#requests` }));
  }
  if (lab.state === "closed" && lab.closedAt !== null) {
    items.push(item("made", "became", { at: new Date(lab.closedAt).toISOString() }));
  }
  return items;
}

const OFFERED = 3;

/** For who is in no lab: some that have places, in their language, near them or online first. */
async function couldJoin(client: Client, { actor, language }: HomeReader): Promise<HomeItem[]> {
  const { t } = translator(language);
  const { rows } = await client.query<{ language: string; city: string | null }>(
    `SELECT p.language, o.name AS city FROM person p LEFT JOIN office o ON o.id = p.office_id
     WHERE p.id = $1`,
    [actor.personId],
  );
  const [person] = rows;
  const labs = await labCards(client, actor, {
    condition: `own.standing IS NULL AND l.language = $2
      AND (l.state IN ('interest', 'ready') OR (l.state IN ('registration', 'meeting')
        AND (l.capacity IS NULL OR around.joined + around.waiting < l.capacity)))`,
    values: [isLanguage(person?.language) ? person.language : language, person?.city ?? ""],
    order: "lower(l.city) = lower($3) DESC, l.online DESC, next.starts_at NULLS LAST, l.id",
    limit: { rows: OFFERED, from: 0 },
  });
  return labs.map((lab) => ({
    key: `lab-could:${lab.slug}`,
    part: "could",
    sign: t("smartlab:home.could.sign"),
    title: lab.title,
    ...(lab.language === language ? {} : { titleLanguage: lab.language }),
    detail: lab.city || t("smartlab:online"),
    action: t("smartlab:home.could.action"),
    link: `/smartlab/${lab.slug}`,
    ...(lab.next === undefined ? {} : { at: new Date(lab.next).toISOString() }),
  }));
}
