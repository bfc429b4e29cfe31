import { type Label, printable } from "./text.ts";

export type Values = Record<string, unknown>;

/** Members of reports and steps that hold option ids; other texts are words or digits. */
const NAMES_OPTIONS = new Set([
  ...["option", "options", "other", "winner", "loser", "because", "better", "worse"],
  ...["from", "to", "elected", "between", "fell", "completed"],
]);

/** Members that count parts of votes where a method splits them. */
const COUNTS_PARTS = new Set(["votes", "surplus", "held"]);

/** A value of a report in words: options by name, fractions as such, parts of votes as decimals. */
export function inWords(name: string, value: unknown, label: Label, unit = 1): string {
  if (typeof value === "string") return NAMES_OPTIONS.has(name) ? label(value) : printable(value);
  if (typeof value === "number" && COUNTS_PARTS.has(name)) return decimals(value, unit);
  if (Array.isArray(value)) {
    return value.map((member) => inWords(name, member, label, unit)).join(", ");
  }
  if (isFraction(value))
    return String(value.den) === "1" ? `${value.num}` : `${value.num}/${value.den}`;
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([member, it]) => `${member} ${inWords(member, it, label, unit)}`)
      .join(" ");
  }
  return String(value);
}

function isFraction(value: unknown): value is { num: number | string; den: number | string } {
  return typeof value === "object" && value !== null && "num" in value && "den" in value;
}

/** Whole parts, `unit` (a power of ten) to one, as a decimal number, exactly. */
function decimals(parts: number, unit: number): string {
  if (unit === 1) return String(parts);
  const digits = String(unit).length - 1;
  const fraction = String(parts % unit).padStart(digits, "0");
  return `${Math.floor(parts / unit)}.${fraction}`;
}
