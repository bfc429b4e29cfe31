import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { ButtonTone } from "#app/ui/button.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { EarlyReason, RemoteMinute } from "./early-end.tsx";
import { useClock } from "./server-clock.tsx";

type CloseVoteProps = { decision: DecisionCard; view: SessionView; opener?: ButtonTone };

/**
 * Closes a vote. While those who follow from elsewhere have not had their minute, it counts down
 * and asks for a reason, which goes into the incident log.
 */
export function CloseVote({ decision, view, opener }: CloseVoteProps) {
  const { t } = useTranslation(["stage", "live-session"]);
  const left = (view.stage.closable[decision.id] ?? 0) - (useClock() ?? 0);
  const early = left > 0;
  if (decision.suspendedAt !== undefined) return null;
  return (
    <>
      {early && <RemoteMinute left={left} />}
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
          {early && <EarlyReason />}
        </ActForm>
      </Fold>
    </>
  );
}
