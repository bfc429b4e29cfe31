import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { RESOLUTION_OPTIONS } from "#domain/decisions/options.ts";
import { METHODS, type MethodName } from "#domain/decisions/registry.ts";
import type { ResolutionRule } from "#domain/decisions/resolution.ts";
import { kindOf, ruleFor, type StatuteProfile } from "#domain/decisions/statute-profile.ts";
import type { DecisionDraft } from "#wire/decision-designer.ts";
import type { LabelledOption } from "#wire/decisions.ts";
import type { DraftRow } from "./draft-row.ts";

export type DraftInput = Partial<DecisionDraft>;

/** Parts on which ballots that were given out rest; while there are some, they stay as they are. */
const RESTS_ON: readonly (keyof DraftInput)[] = [
  "method",
  "matter",
  "secondMeeting",
  "settings",
  "maxChoices",
  "minChoices",
  "options",
  "electorate",
  "seal",
  "mayChange",
  "tieRule",
];

export function changesBallots(input: DraftInput): boolean {
  return RESTS_ON.some((part) => input[part] !== undefined);
}

/** A draft with what was typed of it: parts that were not stay. */
export function withInput(
  row: DraftRow,
  input: DraftInput,
  profile: StatuteProfile,
): Result<DraftRow> {
  const method = input.method ?? row.method;
  const rule = ruleOf(row, input, method, profile);
  if (!rule.ok) return rule;
  const options = optionsOf(row, input, method);
  if (new Set(options.map(({ id }) => id)).size !== options.length) return refuse("bad-input");
  const after: DraftRow = {
    ...row,
    method,
    rule: rule.value,
    options,
    tie_rule: input.tieRule ?? (method === row.method ? row.tie_rule : tieRuleFor(method, profile)),
    ...typedColumns(input),
  };
  if ((after.min_choices ?? 1) > (after.max_choices ?? Infinity)) {
    return refuse("bad-setting", { setting: "minChoices" });
  }
  return ok(after);
}

/** The columns that hold a part just as it was typed. */
function typedColumns(input: DraftInput): Partial<DraftRow> {
  const { opensAt, closesAt } = input;
  const typed = {
    item_id: input.itemId,
    texts: input.texts,
    legal_basis: input.legalBasis,
    legal_channel: input.legalChannel,
    max_choices: input.maxChoices,
    min_choices: input.minChoices,
    electorate: input.electorate,
    seal: input.seal,
    may_change: input.mayChange,
    rehearsal: input.rehearsal,
    opens_at: typeof opensAt === "string" ? new Date(opensAt) : opensAt,
    closes_at: typeof closesAt === "string" ? new Date(closesAt) : closesAt,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

function ruleOf(
  row: DraftRow,
  input: DraftInput,
  method: MethodName,
  profile: StatuteProfile,
): Result<Record<string, unknown>> {
  const same = method === row.method;
  if (method === "resolution") {
    const before = same ? (row.rule as ResolutionRule) : undefined;
    const matter = input.matter ?? (before ? kindOf(before) : "ordinary");
    const secondMeeting = input.secondMeeting ?? before?.secondMeeting ?? false;
    return ok({ ...ruleFor(profile, matter, { secondMeeting }) });
  }
  const settings = input.settings ?? (same ? row.rule : {});
  const parsed: Result<Record<string, unknown>, string> = METHODS[method].settings.parse(settings);
  return parsed.ok ? parsed : refuse("bad-setting", { ...parsed.refusal.details });
}

/** A resolution asks what it asks; every other option has an id that says nothing of it. */
function optionsOf(row: DraftRow, input: DraftInput, method: MethodName): LabelledOption[] {
  if (method === "resolution") return RESOLUTION_OPTIONS.map((id) => ({ id, label: {} }));
  const before = row.method === "resolution" ? [] : row.options;
  if (!input.options) return before;
  const taken = new Set([...before, ...input.options].map(({ id }) => id));
  let number = 0;
  const nextId = () => {
    do number += 1;
    while (taken.has(`o${number}`));
    return `o${number}`;
  };
  return input.options.map(({ id = nextId(), label }) => ({ id, label }));
}

function tieRuleFor(method: MethodName, profile: StatuteProfile): DraftRow["tie_rule"] {
  if (method !== "resolution") return "lot";
  return profile.resolutionTie.value === "casting_vote" ? "casting" : "not_adopted";
}
