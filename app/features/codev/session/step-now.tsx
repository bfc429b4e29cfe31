import { useTranslation } from "react-i18next";
import { type CourseView, timeOf } from "#domain/codev/course-time.ts";
import { type StepMinutes, STEPS, stepAfter } from "#domain/codev/steps.ts";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { ringState, StepRing } from "./step-ring.tsx";

type StepNowProps = {
  course: CourseView;
  minutes: StepMinutes;
  now: number;
  contract?: string | undefined;
  /** Of its heading, where the page has one of its own. */
  level?: 1 | 2;
};

/** Where the session stands: the step's verb, its time, what comes next, and the contract. */
export function StepNow({ course, minutes, now, contract, level = 1 }: StepNowProps) {
  const { t } = useTranslation("codev-session");
  const { step } = course;
  // The opening comes before the six steps.
  const number = STEPS.indexOf(step);
  const next = stepAfter(step);
  const { left } = timeOf(course, minutes, now);
  const Verb = level === 1 ? "h1" : "h2";
  return (
    <section className="step-now" aria-labelledby="step-now-verb">
      <p className="step-now-place">
        {number > 0
          ? t("step.place", { number, name: t(`step.${step}.name`) })
          : t(`step.${step}.name`)}
        {course.turn === 2 && ` · ${t("step.second")}`}
      </p>
      <Verb id="step-now-verb" className="step-now-verb">
        {t(`step.${step}.verb`)}
      </Verb>
      <StepRing course={course} minutes={minutes} now={now} />
      <p className="step-now-rule">{t(`step.${step}.rule`)}</p>
      {contract && (
        <figure className="contract">
          <figcaption className="contract-head">{t("contract.heading")}</figcaption>
          <blockquote className="contract-words">{contract}</blockquote>
        </figure>
      )}
      <p className="step-now-next">
        {next ? t("step.next", { name: t(`step.${next}.name`) }) : t("step.last")}
      </p>
      <LiveRegion message={course.phase === "running" ? said(t, course, left) : ""} />
    </section>
  );
}

function said(t: ReturnType<typeof useTranslation>["t"], { step }: CourseView, left: number) {
  const state = ringState(left);
  if (state === "calm") return t("announce.step", { name: t(`step.${step}.name`) });
  return t(state === "bell" ? "announce.bell" : "announce.over");
}
