import { useTranslation } from "react-i18next";
import { INCIDENT_MAX } from "#domain/live-session/stage/incident.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { ButtonTone } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { useClock } from "./server-clock.tsx";
import { useSpan } from "./use-span.ts";

type CloseVoteProps = { decision: DecisionCard; view: SessionView; opener?: ButtonTone };

/**
 * Closes a vote. While those who follow from elsewhere have not had their minute, it counts down
 * and asks for a reason, which goes into the incident log.
 */
export function CloseVote({ decision, view, opener }: CloseVoteProps) {
  const { t } = useTranslation(["stage", "live-session"]);
  const span = useSpan();
  const left = (view.stage.closable[decision.id] ?? 0) - (useClock() ?? 0);
  const early = left > 0;
  if (decision.suspendedAt !== undefined) return null;
  return (
    <>
      {early && (
        <Notice tone="wait">
          <p role="timer">{t("early.wait", { time: span(left) })}</p>
        </Notice>
      )}
      <Fold
        label={t("live-session:chair.closeVote.summary")}
        {...(opener ? { tone: early ? "quiet" : opener } : {})}
      >
        <p>{t("live-session:chair.closeVote.why")}</p>
        <ActForm
          act="decision.close"
          fields={{ decisionId: decision.id }}
          label={t(early ? "early.confirm" : "live-session:chair.closeVote.confirm")}
          tone="stop"
        >
          {early && (
            <TextArea
              name="reason"
              label={t("early.reason")}
              help={t("early.reasonHelp")}
              rows={2}
              minLength={2}
              maxLength={INCIDENT_MAX}
            />
          )}
        </ActForm>
      </Fold>
    </>
  );
}
