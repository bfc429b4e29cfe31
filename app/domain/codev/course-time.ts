import { type Course, usedAt } from "./course.ts";
import type { StepMinutes } from "./steps.ts";

/** What a screen needs of a course to show where the session stands. */
export type CourseView = Pick<
  Course,
  "phase" | "step" | "turn" | "since" | "used" | "added" | "skipped"
>;

/** What the present step was given, what is left of it (negative once it is over), in ms. */
export function timeOf(
  course: CourseView,
  minutes: StepMinutes,
  now: number,
): { given: number; left: number } {
  const given = (minutes[course.step] + (course.added[course.step] ?? 0)) * 60_000;
  return { given, left: given - usedAt(course, now) };
}
