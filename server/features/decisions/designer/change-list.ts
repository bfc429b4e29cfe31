import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MOST_LISTED } from "#domain/decisions/electorate.ts";
import type { DesignerInput, PastedLine } from "#wire/decision-designer.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyState } from "../repository.ts";
import { saveChange } from "./design-draft.ts";
import type { DraftRow } from "./draft-row.ts";
import { changeDraft } from "./open-draft.ts";
import { type Numbered, personsNumbered } from "./person-list.ts";

/** Puts somebody on the list of the electorate, or takes somebody off it. */
export function changeList(
  platform: Platform,
  actor: Actor,
  { decisionId, add, remove }: DesignerInput<"draft.change-list">,
): Promise<Result<null>> {
  return changeDraft(platform, actor, { act: "draft.update", decisionId }, async (client, row) => {
    if (add && !(await isPerson(client, add))) return refuse("not-found");
    const list = listOf(row).filter((personId) => personId !== remove);
    return saveList(client, row, add ? [...list, add] : list);
  });
}

/** The electorate is no longer limited to a list. */
export function clearList(
  platform: Platform,
  actor: Actor,
  { decisionId }: DesignerInput<"draft.clear-list">,
): Promise<Result<null>> {
  return changeDraft(platform, actor, { act: "draft.update", decisionId }, (client, row) =>
    saveList(client, row, []),
  );
}

/** Puts those with these register numbers on the list, and says of each line what became of it. */
export function pasteList(
  platform: Platform,
  actor: Actor,
  { decisionId, lines }: DesignerInput<"draft.paste-list">,
): Promise<Result<PastedLine[]>> {
  const day = dayInBrussels(platform.clock.now());
  return changeDraft(
    platform,
    actor,
    { act: "draft.update", decisionId },
    async (client, row): Promise<Result<PastedLine[]>> => {
      const { rollAsOf } = await assemblyState(client, row.assembly_id);
      const roll = { assemblyId: row.assembly_id, rollTaken: rollAsOf !== null, day };
      const persons = await personsNumbered(client, roll, lines.map(numberIn));
      const before = listOf(row);
      const { report, added } = judgeLines(lines, persons, before);
      const saved = await saveList(client, row, [...before, ...added]);
      return saved.ok ? ok(report) : saved;
    },
  );
}

/** A line of a table that was copied begins with the number. */
function numberIn(line: string): string {
  return line.split(/[\t;,]/, 1)[0]?.trim() ?? "";
}

function judgeLines(
  lines: readonly string[],
  persons: readonly Numbered[],
  before: readonly string[],
): { report: PastedLine[]; added: string[] } {
  const listed = new Set(before);
  const added = new Set<string>();
  const report = lines.map((typed, index): PastedLine => {
    const line = { line: index + 1, typed };
    const person = persons[index];
    if (!person?.personId) return { ...line, outcome: "unknown" };
    const { personId, name, onRoll } = person;
    const found = { ...line, ...(name ? { name } : {}) };
    if (added.has(personId)) return { ...found, outcome: "repeated" };
    if (listed.has(personId)) return { ...found, outcome: "listed" };
    if (!onRoll) return { ...found, outcome: "not-on-roll" };
    added.add(personId);
    return { ...found, outcome: "added" };
  });
  return { report, added: [...added] };
}

function listOf({ electorate }: DraftRow): string[] {
  return electorate.list ?? [];
}

/** Without anybody on it, a list would let nobody vote: there is none then. */
function saveList(
  client: PoolClient,
  row: DraftRow,
  persons: readonly string[],
): Promise<Result<null>> {
  const list = [...new Set(persons)];
  if (list.length > MOST_LISTED) return Promise.resolve(refuse("too-large"));
  const electorate = { ...row.electorate, list };
  if (list.length === 0) Reflect.deleteProperty(electorate, "list");
  return saveChange(client, row, { electorate });
}

async function isPerson(client: PoolClient, personId: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM person WHERE id = $1", [personId]);
  return rowCount === 1;
}
