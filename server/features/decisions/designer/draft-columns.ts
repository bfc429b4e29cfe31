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
  return ok({
    ...row,
    method,
    rule: rule.value,
    options,
    item_id: input.itemId === undefined ? row.item_id : input.itemId,
    texts: input.texts ?? row.texts,
    legal_basis: input.legalBasis ?? row.legal_basis,
    legal_channel: input.legalChannel ?? row.legal_channel,
    max_choices: input.maxChoices === undefined ? row.max_choices : input.maxChoices,
    tie_rule: input.tieRule ?? (method === row.method ? row.tie_rule : tieRuleFor(method, profile)),
    electorate: input.electorate ?? row.electorate,
    seal: input.seal ?? row.seal,
    may_change: input.mayChange ?? row.may_change,
    rehearsal: input.rehearsal ?? row.rehearsal,
    opens_at: instant(input.opensAt, row.opens_at),
    closes_at: instant(input.closesAt, row.closes_at),
  });
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

function instant(given: string | null | undefined, before: Date | null): Date | null {
  if (given === undefined) return before;
  return given === null ? null : new Date(given);
}
