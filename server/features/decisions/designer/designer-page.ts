import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ResolutionRule } from "#domain/decisions/resolution.ts";
import { kindOf, LEGAL_CHANNELS } from "#domain/decisions/statute-profile.ts";
import type { DesignedDraft, DesignerAssembly, DecisionDraft } from "#wire/decision-designer.ts";
import type { MethodSettings } from "#wire/decisions.ts";
import { countElectorateOf } from "./count-electorate.ts";
import { type DraftRow, problemsOf, readDraft } from "./draft-row.ts";

/** An assembly whose decisions this actor may prepare, by slug or by id. */
export async function designerAssembly(
  pool: Pool,
  actor: Actor,
  key: string,
): Promise<Result<DesignerAssembly & { rollTaken: boolean }>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<DesignerAssembly & { rollTaken: boolean }>(ASSEMBLY, [
    key,
    actor.language,
  ]);
  const [assembly] = rows;
  if (!assembly) return refuse("not-found");
  const allowed = can(actor, "decision.prepare", assemblySubject(assembly.id));
  return allowed ? ok(assembly) : refuse("not-allowed");
}

const ASSEMBLY = `
  SELECT a.id, a.slug, a.title, a.phase, a.roll_as_of IS NOT NULL AS "rollTaken",
    coalesce((SELECT json_agg(json_build_object('id', i.id, 'position', i.position,
        'title', i.title) ORDER BY i.position)
      FROM agenda_item i WHERE i.assembly_id = a.id), '[]') AS items,
    coalesce((SELECT json_agg(json_build_object('id', c.id,
        'name', coalesce(c.label->>$2, c.label->>'fr', c.id)) ORDER BY c.id)
      FROM member_category c), '[]') AS categories,
    coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
      FROM office o WHERE o.closes_on IS NULL OR o.closes_on > a.day), '[]') AS offices,
    coalesce((SELECT json_agg(json_build_object('id', d.id, 'phase', d.phase,
        'rehearsal', d.rehearsal, 'title', coalesce((SELECT json_object_agg(key, value->>'title')
          FROM jsonb_each(d.texts)), '{}')) ORDER BY d.position)
      FROM decision d WHERE d.assembly_id = a.id), '[]') AS decisions
  FROM assembly a WHERE a.slug = $1 OR a.id::text = $1`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type FoundDraft = { row: DraftRow; assembly: DesignerAssembly & { rollTaken: boolean } };

/** A draft with its assembly, for whoever prepares votes there. */
export async function findDraft(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<FoundDraft>> {
  const row = UUID.test(decisionId) ? await readDraft(pool, decisionId) : undefined;
  if (!row) return refuse("not-found");
  const found = await designerAssembly(pool, actor, row.assembly_id);
  if (!found.ok) return found;
  return row.phase === "draft" ? ok({ row, assembly: found.value }) : refuse("wrong-phase");
}

/** A draft as it stands, with what it lacks and whom it picks. */
export async function designedDraft(
  pool: Pool,
  actor: Actor,
  decisionId: string,
  day: string,
): Promise<Result<DesignedDraft>> {
  const found = await findDraft(pool, actor, decisionId);
  if (!found.ok) return found;
  const { row } = found.value;
  const { rollTaken, ...assembly } = found.value.assembly;
  const picks = await countElectorateOf(pool, { id: assembly.id, rollTaken }, row.electorate, day);
  const problems = problemsOf(row);
  return ok({
    decisionId,
    assembly,
    draft: toDraft(row),
    problems: picks.persons === 0 ? [...problems, "nobody-entitled"] : problems,
    inUse: row.in_use,
    convened: row.convened,
    picks,
  });
}

function toDraft(row: DraftRow): DesignedDraft["draft"] {
  const isResolution = row.method === "resolution";
  const rule = row.rule as ResolutionRule;
  const channel = LEGAL_CHANNELS.find((known) => known === row.legal_channel);
  return {
    itemId: row.item_id,
    texts: row.texts as DecisionDraft["texts"],
    legalBasis: row.legal_basis,
    legalChannel: channel ?? "consultation",
    method: row.method,
    matter: isResolution ? kindOf(rule) : "ordinary",
    secondMeeting: isResolution && rule.secondMeeting,
    settings: isResolution ? {} : (row.rule as MethodSettings),
    minChoices: row.min_choices,
    maxChoices: row.max_choices,
    options: row.options as DesignedDraft["draft"]["options"],
    electorate: row.electorate as DecisionDraft["electorate"],
    seal: row.seal,
    mayChange: row.may_change,
    tieRule: row.tie_rule,
    opensAt: row.opens_at?.toISOString() ?? null,
    closesAt: row.closes_at?.toISOString() ?? null,
    rehearsal: row.rehearsal,
  };
}
