import type { ClientBase, PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isOver } from "#domain/smartlab/life.ts";
import { leads, type LabRole } from "#domain/smartlab/people.ts";
import type { LabInside, LabPerson } from "#wire/lab-work.ts";
import { answerCommand } from "../../../platform/command-context.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { OutboxEvent } from "../../../platform/outbox.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { labAccess, type LabAccess } from "../access.ts";

export type Client = Pick<ClientBase, "query">;

/** The lab that somebody works in. */
export type LabHere = Omit<LabAccess, "role"> & { role: LabRole };

/** A thing of a lab by its table. */
export type Piece = { of: keyof typeof LAB_OF; id: string };

const own = (table: string) =>
  `SELECT l.slug FROM ${table} x JOIN lab l ON l.id = x.lab_id WHERE x.id = $1`;

const LAB_OF = {
  lab: "SELECT slug FROM lab WHERE id = $1",
  minutes: own("lab_minutes"),
  dates: own("lab_date_poll"),
  document: own("lab_document"),
  task: own("lab_task"),
  decision: own("lab_decision"),
  thread: own("lab_thread"),
  question: `SELECT l.slug FROM lab_decision_question q JOIN lab_decision x ON x.id = q.decision_id
    JOIN lab l ON l.id = x.lab_id WHERE q.id = $1`,
  post: `SELECT l.slug FROM lab_post p JOIN lab_thread x ON x.id = p.thread_id
    JOIN lab l ON l.id = x.lab_id WHERE p.id = $1`,
} as const;

/** What an act answers, and what those who look on are told. */
export type Done<T> = { value: T; events?: OutboxEvent[] };

/**
 * The frame of everything that the people of a lab do inside: who has a place in it, while it is
 * not over, in one transaction. To who has none, its inside does not exist. `work` refuses before it
 * writes.
 */
export async function workInLab<T extends object | null>(
  platform: Platform,
  actor: Actor,
  piece: Piece,
  work: (client: PoolClient, lab: LabHere, actor: PersonActor) => Promise<Result<Done<T>>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "lab.work", COOPERATIVE)) return refuse("not-allowed");
  const result = await inTransaction(platform.pool, async (client): Promise<Result<T>> => {
    const lab = await labInside(client, actor, piece);
    if (!lab.ok) return lab;
    if (isOver(lab.value.state)) return refuse("lab-over");
    const done = await work(client, lab.value, actor);
    if (!done.ok) return done;
    answerCommand(done.value.value ?? {});
    await platform.outbox.write(client, done.value.events ?? []);
    return ok(done.value.value);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** The lab of a piece, for its people alone. */
export async function labInside(
  client: Client,
  actor: Actor,
  { of, id }: Piece,
): Promise<Result<LabHere>> {
  if (!isId(id)) return refuse("not-found");
  const { rows } = await client.query<{ slug: string }>(LAB_OF[of], [id]);
  return rows[0] ? labOfSlug(client, actor, rows[0].slug) : refuse("not-found");
}

/** The lab of an address, for its people alone. */
export async function labOfSlug(
  client: Client,
  actor: Actor,
  slug: string,
): Promise<Result<LabHere>> {
  if (actor.kind === "anonymous") return refuse("not-signed-in");
  const lab = await labAccess(client, actor, slug);
  if (!lab) return refuse("not-found");
  const { role } = lab;
  return role ? ok({ ...lab, role }) : refuse("lab-people-only");
}

/** Everybody who has a place in a lab. */
export async function peopleOf(client: Client, labId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM lab_person WHERE lab_id = $1 AND standing = 'joined'",
    [labId],
  );
  return rows.map(({ id }) => id);
}

/** What pages of the inside say of their lab. */
export function headOf({ labId, slug, title, language, state, role }: LabAccess): LabInside {
  const rights = {
    work: role !== undefined && !isOver(state),
    lead: leads(role) && !isOver(state),
  };
  return { id: labId, slug, title, language, inside: role !== undefined, rights };
}

/** Whether a part of an address can be an id at all. */
export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}

/** The group by name. */
export async function groupOf(client: Client, labId: string): Promise<LabPerson[]> {
  const { rows } = await client.query<LabPerson>(
    `SELECT p.id, ${nameOf("p")} AS name FROM lab_person j JOIN person p ON p.id = j.person_id
     WHERE j.lab_id = $1 AND j.standing = 'joined' ORDER BY name, p.id`,
    [labId],
  );
  return rows;
}
