import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DebateStep } from "#domain/workers-assembly/debate.ts";
import { isBefore, type Stage } from "#domain/workers-assembly/stage.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import type { OutboxEvent } from "../../../platform/outbox.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import type { Client } from "../edition.ts";

/** A debate as its acts need it, with the assembly it is held in. */
export type DebateRow = {
  id: string;
  editionId: string;
  campaignId: string;
  assemblyId?: string;
  stage: Stage;
  /** Languages in which its text is asked for. */
  languages: Language[];
  step: DebateStep;
  minutes: number;
  facilitatorId?: string;
  /** The number of the last version of its text. */
  version: number;
  language: Language;
};

const DEBATE = `
  SELECT d.id, d.workers_assembly_id AS "editionId", w.campaign_id AS "campaignId",
    w.assembly_id AS "assemblyId", w.stage, w.languages, d.step, d.minutes,
    d.facilitator_id AS "facilitatorId", v.version, v.language
  FROM debate d JOIN workers_assembly w ON w.id = d.workers_assembly_id
  CROSS JOIN LATERAL (SELECT version, language FROM debate_version t WHERE t.debate_id = d.id
    ORDER BY version DESC LIMIT 1) v
  WHERE d.id = $1::uuid`;

export async function findDebate(client: Client, id: string): Promise<DebateRow | undefined> {
  const { rows } = await client.query<DebateRow>(DEBATE, [id]);
  return rows[0] && withoutNulls(rows[0]);
}

/** What somebody is to the day of a workers' assembly. */
export type DayStanding = {
  /** On its roll, and of the workers: speaks in the rooms. */
  speaks: boolean;
  /** A worker of its coordination. */
  coordinates: boolean;
  /** Leads any of its rooms by office. */
  leads: boolean;
  /** Of the employer's side, or observes for it: reads what is public. */
  apart: boolean;
};

const NOBODY: DayStanding = { speaks: false, coordinates: false, leads: false, apart: false };

/** Rights of the platform give none here, and whoever has crossed to the employer's side has none left. */
export async function dayStanding(
  { clock }: Pick<Platform, "clock">,
  client: Client,
  actor: Actor,
  { campaignId, assemblyId }: { campaignId: string; assemblyId?: string },
): Promise<DayStanding> {
  if (actor.kind !== "person") return NOBODY;
  const { rows } = await client.query<{ part: string | null; side: boolean; rolled: boolean }>(
    `SELECT (SELECT part FROM campaign_person WHERE campaign_id = $1 AND person_id = $2) AS part,
       ${employerSide("$2::uuid", "$3::date")} AS side,
       EXISTS (SELECT FROM roll_entry WHERE assembly_id = $4 AND person_id = $2) AS rolled`,
    [campaignId, actor.personId, dayInBrussels(clock.now()), assemblyId ?? null],
  );
  const { part, side, rolled } = rows[0]!;
  if (side || part === "observer") return { ...NOBODY, apart: true };
  const leads =
    assemblyId !== undefined && can(actor, "debate.facilitate", assemblySubject(assemblyId));
  return { speaks: rolled, coordinates: part === "coordinator", leads, apart: false };
}

/** Whether somebody facilitates a debate: its own facilitator, an office for all of them, the coordination. */
export function facilitates(
  { leads, coordinates, apart }: DayStanding,
  debate: Pick<DebateRow, "facilitatorId">,
  actor: Actor,
): boolean {
  if (apart || actor.kind !== "person") return false;
  return leads || coordinates || debate.facilitatorId === actor.personId;
}

export type Changing = { client: PoolClient; debate: DebateRow; actor: PersonActor; now: Date };

/**
 * The frame of everything that happens in a debate: one transaction with the debate held, the event
 * that wakes its room, and a refusal for whoever has no part in it. Once the votes are drawn up
 * nothing changes any more.
 */
export async function onDebate(
  platform: Platform,
  actor: Actor,
  { debateId, as }: { debateId: string; as: "speaker" | "facilitator" },
  work: (changing: Changing) => Promise<Result<unknown>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const done = await inTransactionUnlessRefused(platform.pool, async (client) => {
    await client.query("SELECT FROM debate WHERE id = $1::uuid FOR UPDATE", [debateId]);
    const debate = await findDebate(client, debateId);
    if (!debate) return refuse("not-found");
    const standing = await dayStanding(platform, client, actor, debate);
    if (standing.apart) return refuse("debate-employer-side");
    const may = as === "speaker" ? standing.speaks : facilitates(standing, debate, actor);
    if (!may) return refuse(as === "speaker" ? "debate-not-on-roll" : "not-allowed");
    if (!isBefore(debate.stage, "adopting")) return refuse("debate-over");
    const result = await work({ client, debate, actor, now: platform.clock.now() });
    if (!result.ok) return result;
    await client.query("UPDATE debate SET revision = revision + 1 WHERE id = $1", [debateId]);
    await platform.outbox.write(client, debated(debateId));
    return ok(null);
  });
  if (done.ok) platform.outbox.kick();
  return done;
}

/** Those who have the debate open are told that something happened. */
export function debated(debateId: string): OutboxEvent[] {
  return [{ topic: "room", room: `debate/${debateId}` }];
}

/** The next number of a table of this debate, which is locked. */
export async function nextNumber(
  client: Client,
  table: "debate_word" | "debate_amendment" | "debate_objection",
  debateId: string,
): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    `SELECT coalesce(max(number), 0) + 1 AS next FROM ${table} WHERE debate_id = $1`,
    [debateId],
  );
  return rows[0]!.next;
}
