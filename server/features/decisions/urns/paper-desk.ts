import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { PaperDesk, PaperUrn } from "#wire/urns.ts";
import { nameOf } from "../../../platform/person-name.ts";
import { titlesOf } from "../cards.ts";
import { differences, readPaper } from "./paper-state.ts";

type Row = Pick<PaperUrn, "position" | "phase" | "stage"> & {
  id: string;
  texts: Translated<{ title: string; text: string }>;
  sheet: PaperUrn["sheet"] | null;
};

/** The paper desk as one person sees it: their own reading, never somebody else's. */
export async function paperDesk(
  pool: Pool,
  actor: PersonActor,
  assembly: PaperDesk["assembly"],
): Promise<PaperDesk> {
  const subject = assemblySubject(assembly.id);
  const { rows } = await pool.query<Row>(
    `SELECT d.id, d.position, d.texts, d.phase, coalesce(u.stage, 'none') AS stage,
       (SELECT json_build_object('given', p.given, 'found', p.found,
          'missingReason', p.missing_reason) FROM paper_sheet p WHERE p.decision_id = d.id) AS sheet
     FROM decision d LEFT JOIN urn u ON u.decision_id = d.id
     WHERE d.assembly_id = $1 AND d.ballot_kind = 'secret' ORDER BY d.position`,
    [assembly.id],
  );
  return {
    assembly,
    may: {
      give: can(actor, "paper.give", subject),
      enter: can(actor, "paper.enter", subject),
      assist: can(actor, "ballot.assist", subject),
    },
    urns: await Promise.all(rows.map((row) => toPaperUrn(pool, row, actor.personId))),
  };
}

async function toPaperUrn(pool: Pool, row: Row, self: string): Promise<PaperUrn> {
  const paper = await readPaper(pool, row.id);
  const { given, readings } = paper;
  const mine = [...(readings.get(self) ?? [])].map(([slip, content]) => ({ slip, content }));
  const names = await namesOf(pool, [...readings.keys()]);
  return {
    decisionId: row.id,
    position: row.position,
    title: titlesOf(row.texts),
    phase: row.phase,
    stage: row.stage,
    given,
    mine,
    enterers: [...readings].map(([id, reading]) => ({
      name: names.get(id) ?? "",
      self: id === self,
      slips: reading.size,
    })),
    ...(readings.size === 2 ? { differences: differences(paper) } : {}),
    ...(row.sheet ? { sheet: row.sheet } : {}),
  };
}

async function namesOf(pool: Pool, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; name: string }>(
    `SELECT id, ${nameOf("person")} AS name
     FROM person WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
