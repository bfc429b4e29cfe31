import type { ExactFraction } from "#domain/kernel/exact-fraction.ts";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { decimalOf, pointsOf, type Scale } from "./scale.ts";
import type { Speaker } from "./speaker.ts";

/** What a member of a step counts; members that are not here are plain numbers. */
const NOUNS: Record<string, string> = {
  ballots: "ballots",
  strength: "ballots",
  back: "ballots",
  seats: "seats",
  term: "years",
  voters: "voters",
  supporters: "voters",
  inFull: "voters",
  emptied: "voters",
  penniless: "voters",
  quota: "votes",
};

/** Members in parts of a vote. */
const PARTS = new Set(["votes", "surplus", "held"]);
/** Members in half points. */
const HALVES = new Set(["halfPoints", "first"]);
const GRADES = new Set(["grade", "betterGrade", "worseGrade"]);
/** Strings that are not the id of an option. */
const PLAIN_TEXTS = new Set(["code", "steps", "unranked"]);

/** A member of a step, as its sentence says it. */
export function valueInWords(name: string, value: unknown, scale: Scale, speaker: Speaker): string {
  const { t, language, label } = speaker;
  if (typeof value === "string") return PLAIN_TEXTS.has(name) ? value : label(value);
  if (Array.isArray(value)) {
    const labels = value.map((option) => label(String(option)));
    return name === "because" ? labels.join(" › ") : formatList(language, labels);
  }
  if (isFraction(value)) {
    return name === "mean"
      ? formatNumber(language, decimalOf(value), 2)
      : t("results:count.points", { count: pointsOf(value, scale) });
  }
  const number = Number(value);
  if (GRADES.has(name)) return gradeInWords(number, scale, speaker);
  if (PARTS.has(name)) return t("results:count.votes", { count: number / scale.unit });
  if (HALVES.has(name)) return t("results:count.points", { count: number / 2 });
  const noun = NOUNS[name];
  return noun ? t(`results:count.${noun}`, { count: number }) : formatNumber(language, number);
}

/** « Bien », or 3 of 9 where grades are figures. */
export function gradeInWords(grade: number, { grades, named }: Scale, { t }: Speaker): string {
  return named
    ? t(`results:grade.${grade}`)
    : t("results:grade.number", { grade, best: grades - 1 });
}

function isFraction(value: unknown): value is ExactFraction {
  return typeof value === "object" && value !== null && "num" in value && "den" in value;
}
