import { STANCES, type BallotContent, type Stance } from "#domain/decisions/ballot.ts";
import { fieldsOf, SHAPE_FIELD } from "./form.ts";

/** What a filled ballot says; undefined where the form has no ballot, or nothing is chosen on it. */
export function readBallot(form: FormData): BallotContent | undefined {
  switch (form.get(SHAPE_FIELD)) {
    case "approve":
      return readApprove(form);
    case "per-option":
      return readPerOption(form);
    case "grade":
      return readGrade(form);
    case "rank":
      return readRank(form);
    default:
      return readChoice(form);
  }
}

const BLANK: BallotContent = { kind: "blank" };

function readChoice(form: FormData): BallotContent | undefined {
  const option = form.get("optionId");
  return typeof option === "string" && option ? { kind: "choice", option } : undefined;
}

/** The options that are ticked. */
function readApprove(form: FormData): BallotContent {
  const options = form.getAll("approve").filter((value) => typeof value === "string");
  return options.length > 0 ? { kind: "approve", options } : BLANK;
}

/** What was answered on each option. */
function readPerOption(form: FormData): BallotContent {
  const given = fieldsOf(form, "stance").filter((entry): entry is [string, Stance] =>
    STANCES.some((stance) => stance === entry[1]),
  );
  return given.length > 0 ? { kind: "per-option", choices: Object.fromEntries(given) } : BLANK;
}

/** The grade of each option that has one. */
function readGrade(form: FormData): BallotContent {
  const given = fieldsOf(form, "grade").map(([option, grade]) => [option, Number(grade)] as const);
  return given.length > 0 ? { kind: "grade", grades: Object.fromEntries(given) } : BLANK;
}

/** The options by the number before them; a number that is skipped means nothing. */
function readRank(form: FormData): BallotContent {
  const byPlace = new Map<number, string[]>();
  for (const [option, value] of fieldsOf(form, "rank")) {
    const place = Number(value);
    if (!Number.isFinite(place)) continue;
    byPlace.set(place, [...(byPlace.get(place) ?? []), option]);
  }
  const ranks = [...byPlace].sort(([a], [b]) => a - b).map(([, options]) => options);
  return ranks.length > 0 ? { kind: "rank", ranks } : BLANK;
}
