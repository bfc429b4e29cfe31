import { useTranslation } from "react-i18next";
import { type CourseView, timeOf } from "#domain/codev/course-time.ts";
import { BELL_BEFORE_MS, type StepMinutes } from "#domain/codev/steps.ts";

const RADIUS = 52;
const LENGTH = 2 * Math.PI * RADIUS;

type StepRingProps = { course: CourseView; minutes: StepMinutes; now: number };

/** Whether the step nears its end, or is over. */
export function ringState(left: number): "calm" | "bell" | "over" {
  return left < 0 ? "over" : left <= BELL_BEFORE_MS ? "bell" : "calm";
}

/** The time of a step: a ring that shrinks, and its minutes in words. */
export function StepRing({ course, minutes, now }: StepRingProps) {
  const { given, left } = timeOf(course, minutes, now);
  const words = useTimeLeft()(left);
  const { t } = useTranslation("codev-session");
  const share = Math.min(1, Math.max(0, left / given));
  const stands = course.phase !== "running";
  return (
    <div className={`step-ring step-ring-${ringState(left)}`} data-stands={stands || undefined}>
      <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false">
        <circle className="step-ring-track" cx="60" cy="60" r={RADIUS} />
        <circle
          className="step-ring-left"
          cx="60"
          cy="60"
          r={RADIUS}
          strokeDasharray={`${share * LENGTH} ${LENGTH}`}
          transform="rotate(-90 60 60)"
        />
      </svg>
      <p className="step-ring-words" role="timer">
        <strong>{words.number}</strong>
        <span>{words.rest}</span>
        {course.phase === "paused" && <em>{t("time.paused")}</em>}
      </p>
    </div>
  );
}

/** What is left in words: whole minutes, begun ones counted; seconds in the last minute only. */
export function useTimeLeft(): (left: number) => { number: string; rest: string } {
  const { t } = useTranslation("codev-session");
  return (left) => {
    const seconds = Math.ceil(Math.abs(left) / 1_000);
    if (left < 0) {
      const over = Math.max(1, Math.floor(seconds / 60));
      return { number: `+${over}`, rest: t("time.over", { count: over }) };
    }
    if (seconds < 60)
      return { number: String(seconds), rest: t("time.seconds", { count: seconds }) };
    const minutes = Math.ceil(seconds / 60);
    return { number: String(minutes), rest: t("time.minutes", { count: minutes }) };
  };
}
