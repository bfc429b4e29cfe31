import type { TFunction } from "i18next";
import type { BallotSubject } from "./form.ts";

/** How many grades have a word of their own (rules §3.2); a score is in figures. */
const NAMED_GRADES = 6;

/** What a grade is called on this ballot, from 0, the worst. */
export function gradeWords(
  t: TFunction<"ballot-forms">,
  { method, ballot }: Pick<BallotSubject, "method" | "ballot">,
  grade: number,
): string {
  const named = method === "majority-judgment" && ballot.grades === NAMED_GRADES;
  return named ? t(`ballot-forms:grade.names.${grade}`) : String(grade);
}

/** All grades of this ballot, the best first. */
export function gradesFromBest({ ballot }: Pick<BallotSubject, "ballot">): number[] {
  return Array.from({ length: ballot.grades ?? 0 }, (_, grade) => grade).reverse();
}
