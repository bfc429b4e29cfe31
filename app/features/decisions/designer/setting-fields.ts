import type { MethodName } from "#domain/decisions/registry.ts";
import type { DeclaredTieRule } from "#domain/decisions/tie-declared.ts";
import type { MethodSettings } from "#wire/decisions.ts";

/** How a setting of a counting method is asked for. `initial`: what the method takes by itself. */
export type SettingField =
  | { name: string; kind: "number"; initial: number; min: number; max: number }
  /** Left empty: the method goes by its other settings. */
  | { name: string; kind: "numbers" }
  | { name: string; kind: "words"; words: string[] };

const SEATS: SettingField = { name: "seats", kind: "number", initial: 1, min: 1, max: 10_000 };
/** More grades than eleven are figures nobody tells apart. */
const GRADES: SettingField = { name: "grades", kind: "number", initial: 6, min: 2, max: 11 };

/** The settings an organiser declares. What is left out here has the method's own default. */
const FIELDS: Record<MethodName, SettingField[]> = {
  resolution: [],
  "per-candidate": [SEATS, { name: "terms", kind: "numbers" }],
  approval: [SEATS],
  "plurality-at-large": [
    SEATS,
    // None: as many as there are places.
    { name: "marks", kind: "number", initial: 0, min: 0, max: 10_000 },
  ],
  stv: [SEATS],
  irv: [],
  schulze: [SEATS],
  "ranked-pairs": [SEATS],
  borda: [SEATS, { name: "unranked", kind: "words", words: ["average", "zero"] }],
  "equal-shares": [{ ...SEATS, max: 200 }],
  "majority-judgment": [SEATS, GRADES],
  score: [SEATS, GRADES, { name: "by", kind: "words", words: ["sum", "mean"] }],
};

export function settingFields(method: MethodName): SettingField[] {
  return FIELDS[method];
}

/** Whether a ballot of this method may be limited to some number of approvals. */
export function mayLimitChoices(method: MethodName): boolean {
  return method === "approval" || method === "equal-shares";
}

/** What may settle a tie: a text in a tie falls, of candidates one has to be found. */
export function tieRulesFor(method: MethodName): DeclaredTieRule[] {
  return method === "resolution" ? ["not_adopted", "casting"] : ["lot", "casting", "none"];
}

/** What a field says, as text. */
export function settingText(settings: MethodSettings, field: SettingField): string {
  const value = settings[field.name];
  if (Array.isArray(value)) return value.join(", ");
  if (value !== undefined) return String(value);
  if (field.kind === "number") return String(field.initial);
  return field.kind === "words" ? (field.words[0] ?? "") : "";
}
