import { useTranslation } from "react-i18next";
import type { QuestionStage } from "#domain/live-session/rounds.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { ButtonTone } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { ActForm, ConfirmAct } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { EarlyReason, RemoteMinute } from "../stage/early-end.tsx";
import { useClock } from "../stage/server-clock.tsx";
import "./questions.css";

type RoundStepProps = { view: SessionView; to: QuestionStage; tone?: ButtonTone };

/** Leads the round of questions on to a stage. A burst is announced, and ends, with some care. */
export function RoundStep({ view, to, tone = "quiet" }: RoundStepProps) {
  const { t } = useTranslation("questions");
  const { stage } = view.questioning;
  const step = {
    act: "questions.stage",
    fields: { assemblyId: view.assembly.id, from: stage, next: to },
  } as const;
  if (to === "burst") {
    return (
      <ConfirmAct
        {...step}
        summary={t("chair.to.burst")}
        why={t("chair.burstWhy")}
        label={t("chair.burstConfirm")}
        tone="primary"
        opener={tone}
      />
    );
  }
  if (to === "shown") return <EndBurst view={view} tone={tone} />;
  const resumes = stage === "merge" && to === "collect";
  return (
    <ActForm {...step} label={t(resumes ? "chair.to.resume" : `chair.to.${to}`)} tone={tone} />
  );
}

/** Remote people are not late people: before they had their minute, it takes a written reason. */
function EndBurst({ view, tone }: { view: SessionView; tone: ButtonTone }) {
  const { t } = useTranslation("questions");
  const left = (view.questioning.burst?.earliestEnd ?? 0) - (useClock() ?? 0);
  const fields = { assemblyId: view.assembly.id, from: "burst", next: "shown" };
  if (left <= 0) {
    return (
      <ActForm act="questions.stage" fields={fields} label={t("chair.to.shown")} tone={tone} />
    );
  }
  return (
    <>
      <RemoteMinute left={left} />
      <Fold label={t("chair.to.shown")}>
        <ActForm act="questions.stage" fields={fields} label={t("chair.endEarly")} tone="stop">
          <EarlyReason />
        </ActForm>
      </Fold>
    </>
  );
}

/** Draws the next five questions, with the digits that the room threw or the server's own. */
export function DrawSlot({ view, tone = "quiet" }: { view: SessionView; tone?: ButtonTone }) {
  const { t } = useTranslation("questions");
  return (
    <Fold label={t("chair.draw")} tone={tone}>
      <ActForm
        act="questions.draw-slot"
        fields={{ assemblyId: view.assembly.id }}
        label={t("chair.drawConfirm")}
        tone="primary"
      >
        <Field
          name="digits"
          label={t("chair.digits")}
          help={t("chair.digitsHelp")}
          optional
          maxLength={60}
          autoComplete="off"
          inputMode="numeric"
        />
      </ActForm>
    </Fold>
  );
}
