import { useTranslation } from "react-i18next";
import { canAct } from "#domain/codev/course.ts";
import { EXTENSION_MINUTES, SKIP_REASONS, stepAfter, stepBefore } from "#domain/codev/steps.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Select } from "#app/ui/field.tsx";
import { useDesk } from "./desk.ts";
import { HelpLines } from "./help-panel.tsx";
import { Press } from "./press.tsx";

/** On, pause, more time, less: what a thumb does without looking. */
export function StepActs() {
  const { t } = useTranslation("codev-session");
  const { course } = useDesk();
  const next = stepAfter(course.step);
  if (course.phase === "stopped") {
    return <Press kind="go-on" tone="primary" wide label={t("desk.goOn")} />;
  }
  const seen = String(course.added[course.step] ?? 0);
  const time = (minutes: number) => ({ minutes: String(minutes), seen });
  return (
    <div className="step-acts">
      {next && canAct(course, "next") && (
        <Press
          kind="next"
          tone="primary"
          wide
          label={t("desk.next", { name: t(`step.${next}.name`) })}
        />
      )}
      <SecondTurn />
      <div className="step-acts-time">
        <Press
          kind="extend"
          fields={time(-EXTENSION_MINUTES)}
          label={t("desk.less", { count: EXTENSION_MINUTES })}
        />
        {course.phase === "paused" ? (
          <Press kind="resume" label={t("desk.resume")} />
        ) : (
          <Press kind="pause" label={t("desk.pause")} />
        )}
        <Press
          kind="extend"
          fields={time(EXTENSION_MINUTES)}
          label={t("desk.more", { count: EXTENSION_MINUTES })}
        />
      </div>
    </div>
  );
}

/** Late in a cycle two people may be clients in one session, one after the other. */
function SecondTurn() {
  const { t } = useTranslation("codev-session");
  const { course, peers, secondClientId } = useDesk();
  const second = peers.find(({ personId }) => personId === secondClientId);
  if (!second?.present || !canAct(course, "second")) return null;
  return <Press kind="second" wide label={t("desk.second", { name: second.name })} />;
}

/** What is rarely needed: back, and leaving a step out. */
export function RareActs() {
  const { t } = useTranslation("codev-session");
  const { course } = useDesk();
  const before = stepBefore(course.step);
  return (
    <div className="stack">
      {before && canAct(course, "back") && (
        <Press kind="back" label={t("desk.back", { name: t(`step.${before}.name`) })} />
      )}
      {canAct(course, "skip") && (
        <Confirm label={t("desk.skip")} why={t("desk.skipWhy")}>
          <Press kind="skip" label={t("desk.skipNow")} className="press stack">
            <Select
              name="reason"
              label={t("desk.skipReason")}
              options={SKIP_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
          </Press>
        </Confirm>
      )}
    </div>
  );
}

/** The stop that everybody sees, with where help is. Never far from the thumb. */
export function EmergencyStop() {
  const { t } = useTranslation("codev-session");
  const { course } = useDesk();
  if (!canAct(course, "stop")) return null;
  return (
    <Confirm label={t("desk.stop")} why={t("desk.stopWhy")} tone="stop">
      <Press kind="stop" tone="stop" label={t("desk.stopNow")} />
      <HelpLines />
    </Confirm>
  );
}
