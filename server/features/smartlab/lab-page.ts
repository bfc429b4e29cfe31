import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { healthOf, weeksSince } from "#domain/smartlab/health.ts";
import { mayAttend } from "#domain/smartlab/meeting.ts";
import { leads } from "#domain/smartlab/people.ts";
import type { LabCard, LabMember, LabMove, LabPage, MeetingView } from "#wire/smartlab-pages.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { itemStandings } from "../ledger/cards.ts";
import { proposalsOfIt } from "../workers-assembly/cards.ts";
import { supportPeople } from "./accompany.ts";
import { funnelsOf, labCards, readerId } from "./cards.ts";
import { requestsTo } from "./hand-off.ts";
import { type Client } from "./repository.ts";
import { type LabPulse, pulsesOf } from "./pulse.ts";
import { catchUpOf } from "./work/catch-up.ts";

type Details = Omit<LabPage["lab"], keyof Awaited<ReturnType<typeof labCards>>[number]>;

/** A lab's public face; its people are shown who they are and where they meet besides. */
export async function labPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<LabPage>> {
  const { pool, clock } = platform;
  const [card] = await labCards(pool, actor, { condition: "l.slug = $2", values: [slug] });
  if (!card) return refuse("not-found");
  const rights = rightsOf(actor, card);
  const { inside, lead } = rights;
  const fed = { kinds: ["lab"], source: card.id } as const;
  const [details, funnels, meetings, moves, proposals, more] = await Promise.all([
    detailsOf(pool, card.id),
    funnelsOf(pool, [card.id]),
    meetingsOf(pool, actor, card.id),
    movesOf(pool, card.id),
    proposalsOfIt(platform, actor, fed, inside),
    forSome(pool, { labId: card.id, readerId: readerId(actor), rights, now: clock.now() }),
  ]);
  const now = clock.now().getTime();
  const shown = meetings.map((meeting) => asShown(meeting, { inside, now }));
  const roll = lead ? await rollOf(pool, shown, now) : undefined;
  const { onlineLink, ...face } = await withLedger(pool, details);
  return ok({
    lab: { ...card, ...face, ...(inside && onlineLink ? { onlineLink } : {}) },
    funnel: funnels.get(card.id)!,
    meetings: shown,
    moves,
    proposals,
    ...more,
    ...(roll ? { roll } : {}),
    rights,
  });
}

function rightsOf(actor: Actor, { mine }: LabCard): LabPage["rights"] {
  const role = mine?.standing === "joined" ? mine.role : undefined;
  return {
    signedIn: actor.kind === "person",
    inside: role !== undefined,
    lead: leads(role),
    support: can(actor, "lab.support", COOPERATIVE),
  };
}

type Reader = { labId: string; readerId: string; rights: LabPage["rights"]; now: Date };

/** What is not for everybody: names for its people, health and requests for who leads, the team. */
async function forSome(
  client: Client,
  { labId, readerId, rights: { inside, lead, support }, now }: Reader,
): Promise<Pick<LabPage, "members" | "catchUp" | "health" | "requests" | "team">> {
  const [members, catchUp, pulses, requests, team] = await Promise.all([
    inside ? membersOf(client, labId) : undefined,
    inside ? catchUpOf(client, labId, readerId) : undefined,
    lead || support ? pulsesOf(client, { labId }) : undefined,
    lead ? requestsTo(client, labId) : undefined,
    support ? supportPeople(client, now, { not: readerId }) : undefined,
  ]);
  return {
    ...(members ? { members } : {}),
    ...(catchUp ? { catchUp } : {}),
    ...(requests?.length ? { requests } : {}),
    ...(team ? { team } : {}),
    ...healthIn(pulses, now.getTime()),
  };
}

function healthIn(pulses: readonly LabPulse[] | undefined, now: number): Pick<LabPage, "health"> {
  const pulse = pulses?.[0];
  if (!pulse) return {};
  return { health: { state: healthOf(pulse, now), silentFor: weeksSince(pulse.lastSign, now) } };
}

type Kept = Details & { fromItemId?: string; ledgerItemId?: string };

/** With what the ledger says of where it comes from and of what it handed on. */
async function withLedger(client: Client, kept: Kept): Promise<Details> {
  const { fromItemId, ledgerItemId, ...details } = kept;
  const items = await itemStandings(
    client,
    [fromItemId, ledgerItemId].filter((id) => id !== undefined),
  );
  const from = items.get(fromItemId ?? "");
  const to = items.get(ledgerItemId ?? "");
  const { outcome } = details;
  return {
    ...details,
    ...(from ? { fromItem: from } : {}),
    ...(outcome && to ? { outcome: { ...outcome, ledger: to } } : {}),
  };
}

async function detailsOf(client: Client, labId: string): Promise<Kept> {
  const { rows } = await client.query<Kept>(
    `SELECT l.code, l.why_now AS "whyNow", l.origin_note AS "originNote", l.revision,
       l.silent_weeks AS "silentWeeks", ${epochMs("l.proposed_at")} AS "proposedAt",
       l.online_link AS "onlineLink", ${isoDay("l.paused_until")} AS "pausedUntil",
       CASE WHEN l.state = 'paused' THEN (
         SELECT m.reason FROM lab_move m WHERE m.lab_id = l.id AND m.event = 'pause'
         ORDER BY m.at DESC LIMIT 1) END AS "pauseReason",
       nullif(l.drop_reason, '') AS "dropReason",
       CASE WHEN l.state = 'closed' THEN json_build_object(
         'closedAt', ${epochMs("l.closed_at")}, 'outcome', l.outcome, 'made', l.made,
         'handOff', l.hand_off, 'handOffNote', l.hand_off_note,
         'handOffLab', (SELECT json_build_object('slug', o.slug, 'title', o.title,
           'language', o.language, 'state', l.hand_off_state, 'reason', l.hand_off_reason,
           'answeredAt', ${epochMs("l.hand_off_answered_at")})
           FROM lab o WHERE o.id = l.hand_off_lab)) END AS outcome,
       l.from_item AS "fromItemId", l.ledger_item AS "ledgerItemId",
       EXISTS (SELECT FROM lab_person a WHERE a.lab_id = l.id AND a.role = 'co-facilitator'
         AND a.standing = 'joined') AS accompanied,
       (SELECT json_agg(json_build_object('slug', o.slug, 'title', o.title,
           'language', o.language) ORDER BY o.closed_at)
        FROM lab o WHERE o.hand_off_lab = l.id AND o.hand_off_state = 'accepted') AS continues,
       (SELECT json_build_object('id', h.id, 'slug', h.slug, 'title', h.title,
         'labs', (SELECT count(*) FROM lab o WHERE o.hub_id = h.id))
        FROM lab_hub h WHERE h.id = l.hub_id) AS hub
     FROM lab l WHERE l.id = $1`,
    [labId],
  );
  return withoutNulls(rows[0]!);
}

/** The last so many; a lab that meets every week has them within a year. */
const MOST_MEETINGS = 60;

type KeptMeeting = MeetingView & { onlineLink: string };

/** Newest first. */
async function meetingsOf(client: Client, actor: Actor, labId: string): Promise<KeptMeeting[]> {
  const { rows } = await client.query<KeptMeeting>(
    `SELECT m.id, m.title, ${epochMs("m.starts_at")} AS "startsAt", ${epochMs("m.ends_at")} AS "endsAt",
       m.place, coalesce(nullif(m.online_link, ''), l.online_link) AS "onlineLink",
       m.minutes_spent AS "minutesSpent", m.gist, nullif(m.cancelled_at IS NOT NULL, false) AS cancelled,
       nullif(m.cancel_reason, '') AS "cancelReason", m.revision,
       (SELECT count(*) FROM lab_attendance a
        WHERE a.meeting_id = m.id AND a.state = 'present')::int AS present, own.state AS mine
     FROM lab_meeting m JOIN lab l ON l.id = m.lab_id
     LEFT JOIN lab_attendance own ON own.meeting_id = m.id AND own.person_id = $1
     WHERE m.lab_id = $2 ORDER BY m.starts_at DESC LIMIT ${MOST_MEETINGS}`,
    [readerId(actor), labId],
  );
  return rows.map(withoutNulls);
}

function asShown(
  { onlineLink, ...meeting }: KeptMeeting,
  { inside, now }: { inside: boolean; now: number },
): MeetingView {
  const timed = { ...meeting, cancelled: meeting.cancelled === true };
  return {
    ...meeting,
    ...(inside && onlineLink ? { onlineLink } : {}),
    ...(inside && mayAttend(timed, now).ok ? { attendable: true as const } : {}),
  };
}

async function movesOf(client: Client, labId: string): Promise<LabMove[]> {
  const { rows } = await client.query<LabMove>(
    `SELECT event, reason, ${epochMs("at")} AS at FROM lab_move
     WHERE lab_id = $1 ORDER BY lab_move.at DESC, id DESC LIMIT 50`,
    [labId],
  );
  return rows;
}

async function membersOf(client: Client, labId: string): Promise<LabMember[]> {
  const { rows } = await client.query<LabMember>(
    `SELECT p.id AS "personId", m.role,
       ${nameOf("p")} AS name
     FROM lab_person m JOIN person p ON p.id = m.person_id
     WHERE m.lab_id = $1 AND m.standing = 'joined'
     ORDER BY m.role = 'member', m.role = 'co-facilitator', name, p.id`,
    [labId],
  );
  return rows;
}

/** Of the last meeting that has begun: who was marked as there. */
async function rollOf(
  client: Client,
  meetings: readonly MeetingView[],
  now: number,
): Promise<LabPage["roll"]> {
  const meeting = meetings.find(({ startsAt, cancelled }) => {
    return !cancelled && mayAttend({ startsAt, endsAt: Infinity }, now).ok;
  });
  if (!meeting) return undefined;
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM lab_attendance WHERE meeting_id = $1 AND state = 'present'",
    [meeting.id],
  );
  return { meetingId: meeting.id, present: rows.map(({ id }) => id) };
}
