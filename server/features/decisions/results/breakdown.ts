import type { Pool } from "pg";
import {
  type CrossTable,
  suppressSmallCells,
  turnoutCells,
} from "#domain/decisions/suppression.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Breakdown, BreakdownColumn } from "#wire/decision-results.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { inElectorate } from "../elector-sql.ts";
import { decisionReport } from "../queries.ts";

type Group = { id: string; name: string } & Record<BreakdownColumn, number>;

/** Tables of published votes, by decision. */
export type BreakdownsOf = (actor: Actor, decisionId: string) => Promise<Result<Breakdown[]>>;

/**
 * How a published vote spreads over offices and categories: the only place from where such numbers
 * go out, and they go out with small cells hidden (rules §5.3). Answers are told by office only, of
 * resolutions by name, in one table with those who did not vote, so that no two tables can be
 * subtracted; by category nothing but who voted. A secret ballot belongs to no group. In an assembly
 * of workers nobody has a category: there it is their language. What is published never changes: it is counted once, for the first of the many who then come to look.
 */
export function createBreakdowns(pool: Pool): BreakdownsOf {
  const known = new Map<string, Promise<Breakdown[]>>();

  function tablesOf(page: DecisionPage): Promise<Breakdown[]> {
    const tables = known.get(page.id) ?? readTables(pool, page);
    known.set(page.id, tables);
    tables.catch(() => known.delete(page.id));
    return tables;
  }

  return async (actor, decisionId) => {
    const counted = await decisionReport(pool, actor, decisionId);
    if (!counted.ok) return counted;
    const { page } = counted.value;
    if (page.phase !== "published" || page.rehearsal) return refuse("not-counted");
    return ok(await tablesOf(page));
  };
}

async function readTables(pool: Pool, page: DecisionPage): Promise<Breakdown[]> {
  return [
    await breakdown(pool, page, "office", answersOf(page)),
    await breakdown(pool, page, isApart(page.assembly.id) ? "language" : "category", [
      "voted",
      "not-voted",
    ]),
  ];
}

function answersOf({ method, ballotKind }: DecisionPage): BreakdownColumn[] {
  const tellsAnswers = method === "resolution" && ballotKind === "named";
  return tellsAnswers ? ["for", "against", "abstain", "not-voted"] : ["voted", "not-voted"];
}

const GROUPS: Record<Breakdown["by"], { id: string; name: string; from: string }> = {
  office: {
    id: "coalesce(roll.office_id, '')",
    name: "coalesce(office.name, '')",
    from: "LEFT JOIN office ON office.id = roll.office_id",
  },
  category: { id: "roll.category_id", name: "roll.category_id", from: "" },
  language: { id: "roll.language", name: "roll.language", from: "" },
};

async function breakdown(
  pool: Pool,
  { id, assembly }: DecisionPage,
  by: Breakdown["by"],
  asked: BreakdownColumn[],
): Promise<Breakdown> {
  const rows = await readGroups(pool, id, by);
  // An answer that nobody gave is known to be nobody's in every group.
  const columns = asked.filter((column) => rows.some((row) => row[column] > 0));
  const table: CrossTable = {
    rows: rows.map((row) => {
      const counts = columns.map((column) => row[column]);
      return { id: row.id, counts, electorate: counts.reduce((sum, count) => sum + count, 0) };
    }),
  };
  const published = suppressSmallCells(table, turnoutCells(assembly.id));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return {
    by,
    columns,
    rows: published.rows.map(({ ids, counts, total }) => ({
      names: ids.map((it) => names.get(it) ?? it),
      counts,
      total,
    })),
    totals: published.totals,
  };
}

const chose = (option: string) => `count(*) FILTER (WHERE b.option_id = '${option}')::int`;

const COUNTS: Record<BreakdownColumn, string> = {
  for: chose("for"),
  against: chose("against"),
  // A blank ballot abstains (app/domain/decisions/options.ts).
  abstain: "count(*) FILTER (WHERE b.option_id = 'abstain' OR b.content IS NOT NULL)::int",
  voted: "count(*) FILTER (WHERE b.elector_id IS NOT NULL OR i.elector_id IS NOT NULL)::int",
  "not-voted": "count(*) FILTER (WHERE b.elector_id IS NULL AND i.elector_id IS NULL)::int",
};

async function readGroups(pool: Pool, id: string, by: Breakdown["by"]): Promise<Group[]> {
  const group = GROUPS[by];
  const counts = Object.entries(COUNTS).map(([column, sql]) => `${sql} AS "${column}"`);
  const { rows } = await pool.query<Group>(
    `SELECT ${group.id} AS id, ${group.name} AS name, ${counts.join(", ")}
     FROM decision d
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     LEFT JOIN ballot b ON b.decision_id = d.id AND b.elector_id = roll.person_id
     LEFT JOIN credential_issue i ON i.decision_id = d.id AND i.elector_id = roll.person_id
     ${group.from}
     WHERE d.id = $1 AND ${inElectorate()}
     GROUP BY 1, 2 ORDER BY 2, 1`,
    [id],
  );
  return rows;
}
