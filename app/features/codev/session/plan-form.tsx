import { useTranslation } from "react-i18next";
import { MINUTES_RANGE, STEPS } from "#domain/codev/steps.ts";
import { Field } from "#app/ui/field.tsx";
import { useDesk } from "./desk.ts";
import { QueuedForm } from "./queued-form.tsx";

/** How many minutes each step has, within what the method allows. */
export function PlanForm() {
  const { t } = useTranslation("codev-session");
  const { sessionId, minutes } = useDesk();
  return (
    <QueuedForm act="codev-session.plan" fields={{ sessionId }} label={t("plan.keep")}>
      <p>{t("plan.why")}</p>
      <div className="plan-steps">
        {STEPS.map((step) => (
          <Field
            key={step}
            name={step}
            type="number"
            inputMode="numeric"
            label={t(`step.${step}.name`)}
            help={t("plan.range", MINUTES_RANGE[step])}
            min={MINUTES_RANGE[step].min}
            max={MINUTES_RANGE[step].max}
            defaultValue={minutes[step]}
          />
        ))}
      </div>
    </QueuedForm>
  );
}
