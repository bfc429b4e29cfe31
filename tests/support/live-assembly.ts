import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { createPeople, type TestPerson } from "./register.ts";

export type LiveAssembly = {
  id: string;
  slug: string;
  itemId: string;
  electors: TestPerson[];
};

const PROFILE = "test";

/** An assembly in session with `electors` members on its roll, one agenda item and no decision. */
export async function createLiveAssembly(pool: Pool, electors: number): Promise<LiveAssembly> {
  const { DEFAULT_PROFILE } = await import("../../app/domain/decisions/statute-profile.ts");
  const people = await createPeople(pool, electors);
  const [id, itemId] = [randomUUID(), randomUUID()];
  const slug = `assembly-${id.slice(0, 8)}`;
  await pool.query(
    `INSERT INTO statute_profile (version, effective_from, values) VALUES ($1, '2020-01-01', $2)
     ON CONFLICT DO NOTHING`,
    [PROFILE, DEFAULT_PROFILE],
  );
  await pool.query(
    `INSERT INTO assembly (id, slug, title, day, starts_at, phase, profile_version, roll_as_of,
       questions_open, question_mode, current_item_id)
     VALUES ($1, $2, '{"fr":"Assemblée d''essai"}', current_date, now(), 'live', $3, current_date,
       true, 'simple', $4)`,
    [id, slug, PROFILE, itemId],
  );
  await pool.query(
    `INSERT INTO agenda_item (id, assembly_id, position, purpose, phase, title)
     VALUES ($1, $2, 1, 'decide', 'current', '{"fr":"Décider"}')`,
    [itemId, id],
  );
  await pool.query(
    `INSERT INTO roll_entry (assembly_id, person_id, category_id, language, shares)
     SELECT $1, person, 'A', 'fr', 10 FROM unnest($2::uuid[]) AS person`,
    [id, people.map((person) => person.id)],
  );
  return { id, slug, itemId, electors: people };
}

export type DecisionOptions = { phase?: "draft" | "open"; mayChange?: boolean };

/** A resolution by simple majority, open unless said otherwise. */
export async function createDecision(
  pool: Pool,
  assembly: Pick<LiveAssembly, "id" | "itemId">,
  { phase = "open", mayChange = true }: DecisionOptions = {},
): Promise<string> {
  const { rows } = await pool.query<{ persons: number; shares: number }>(
    `SELECT count(*)::int AS persons, coalesce(sum(shares), 0)::int AS shares
     FROM roll_entry WHERE assembly_id = $1`,
    [assembly.id],
  );
  const id = randomUUID();
  await pool.query(
    `INSERT INTO decision (id, assembly_id, item_id, phase, texts, legal_basis, rule, may_change,
       profile_version, opened_at, frozen)
     VALUES ($1, $2, $3, $4::"DecisionPhase", '{"fr":{"title":"Une résolution","text":"Le texte."}}',
       'art. 1', $5, $6, $7, CASE WHEN $4 = 'open' THEN now() END, $8)`,
    [
      id,
      assembly.id,
      assembly.itemId,
      phase,
      { majority: "simple", secondMeeting: false, abstainInBase: false },
      mayChange,
      PROFILE,
      phase === "open" ? { asOf: "2026-06-01", ...rows[0] } : {},
    ],
  );
  await pool.query(
    `INSERT INTO decision_option (decision_id, id, position)
     VALUES ($1, 'for', 1), ($1, 'against', 2), ($1, 'abstain', 3)`,
    [id],
  );
  return id;
}

export async function grantRole(pool: Pool, personId: string, role: string): Promise<void> {
  await pool.query(
    `INSERT INTO role_grant (id, person_id, role, body, valid_from)
     VALUES (gen_random_uuid(), $1, $2, 'cooperative', '2020-01-01')`,
    [personId, role],
  );
}
