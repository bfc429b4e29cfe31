import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { LabState } from "#domain/smartlab/life.ts";
import type { LabRole } from "#domain/smartlab/people.ts";

type Client = Pick<ClientBase, "query">;

/**
 * What somebody may meet of a lab. `role` is undefined for everybody who has no place in it now:
 * they see its public face alone.
 */
export type LabAccess = {
  labId: string;
  slug: string;
  title: string;
  /** The language in which the lab works. */
  language: Language;
  state: LabState;
  role?: LabRole;
};

/** The lab of an address and what the actor is in it; undefined where there is none. */
export async function labAccess(
  client: Client,
  actor: Actor,
  slug: string,
): Promise<LabAccess | undefined> {
  const { rows } = await client.query<Omit<LabAccess, "role"> & { role: LabRole | null }>(
    `SELECT l.id AS "labId", l.slug, l.title, l.language, l.state, p.role
     FROM lab l
     LEFT JOIN lab_person p ON p.lab_id = l.id AND p.person_id = $2 AND p.standing = 'joined'
     WHERE l.slug = $1`,
    [slug, actor.kind === "person" ? actor.personId : null],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { role, ...lab } = row;
  return role ? { ...lab, role } : lab;
}
