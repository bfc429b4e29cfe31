import { useTranslation } from "react-i18next";
import { MOST_EXTENSION } from "#domain/live-session/stage/incident.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { KindOfIncident, WhyField } from "./incident-fields.tsx";
import { StillOpen } from "./still-open.tsx";

/**
 * What a chair may do to a vote when something goes wrong: suspend, resume, lengthen, or annul and
 * repeat. Each asks for what happened, which goes into the incident log.
 */
export function VoteTrouble({ decision, view }: { decision: DecisionCard; view: SessionView }) {
  const { t } = useTranslation("stage");
  const withSession = view.stage.suspendedAt !== undefined;
  const { id: decisionId, phase, suspendedAt, annulledAt, rehearsal } = decision;
  const mayRepeat = phase === "open" || phase === "closed" || phase === "counted";
  if (!mayRepeat || rehearsal || annulledAt !== undefined) return null;
  return (
    <details className="vote-trouble" open={suspendedAt !== undefined}>
      <summary>{t("trouble.heading")}</summary>
      <div className="stack">
        {phase === "open" && suspendedAt === undefined && <Suspend decisionId={decisionId} />}
        {phase === "open" &&
          suspendedAt !== undefined &&
          (withSession ? (
            <Notice tone="wait" title={t("trouble.suspended")}>
              <p>{t("trouble.withSession")}</p>
            </Notice>
          ) : (
            <Resume decisionId={decisionId} />
          ))}
        {phase === "open" && <Extend decision={decision} />}
        <Repeat decisionId={decisionId} />
      </div>
    </details>
  );
}

type ById = { decisionId: string };

function Suspend({ decisionId }: ById) {
  const { t } = useTranslation("stage");
  return (
    <Fold label={t("trouble.suspend")}>
      <p>{t("trouble.suspendWhy")}</p>
      <ActForm
        act="decision.suspend"
        fields={{ decisionId }}
        label={t("trouble.suspendConfirm")}
        tone="stop"
      >
        <KindOfIncident />
        <WhyField />
      </ActForm>
    </Fold>
  );
}

function Resume({ decisionId }: ById) {
  const { t } = useTranslation("stage");
  return (
    <>
      <Notice tone="wait" title={t("trouble.suspended")}>
        <p>{t("trouble.suspendedWhy")}</p>
      </Notice>
      <ActForm
        act="decision.resume"
        fields={{ decisionId }}
        label={t("trouble.resume")}
        tone="primary"
      />
    </>
  );
}

function Extend({ decision: { id: decisionId, holdUntil } }: { decision: DecisionCard }) {
  const { t } = useTranslation("stage");
  return (
    <Fold label={t("trouble.extend")}>
      <p>{t("trouble.extendWhy")}</p>
      <StillOpen until={holdUntil} />
      <ActForm
        key={holdUntil ?? 0}
        act="decision.extend"
        fields={{ decisionId, seen: String(holdUntil ?? 0) }}
        label={t("trouble.extendConfirm")}
      >
        <Field
          name="minutes"
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_EXTENSION}
          defaultValue={5}
          label={t("trouble.minutes")}
        />
        <KindOfIncident />
        <WhyField />
      </ActForm>
    </Fold>
  );
}

function Repeat({ decisionId }: ById) {
  const { t } = useTranslation("stage");
  return (
    <Fold label={t("trouble.repeat")}>
      <p>{t("trouble.repeatWhy")}</p>
      <ActForm
        act="decision.repeat"
        fields={{ decisionId }}
        label={t("trouble.repeatConfirm")}
        tone="stop"
      >
        <KindOfIncident />
        <WhyField />
      </ActForm>
    </Fold>
  );
}
