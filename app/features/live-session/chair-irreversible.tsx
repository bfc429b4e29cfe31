import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { ConfirmAct, Hidden } from "./act-form.tsx";
import { Fold } from "./fold.tsx";
import { useAct } from "./use-act.ts";

type VoteAct = { decision: DecisionCard; opener?: ButtonTone };

/**
 * Opens a vote. Where it rests on values of the statutes that nobody has verified, the first try
 * is refused and a written reason asked, which stays in the minutes.
 */
export function OpenVote({ decision, opener, reasonAsked }: VoteAct & { reasonAsked: boolean }) {
  const { t } = useTranslation("live-session");
  const [needsReason, setNeedsReason] = useState(reasonAsked);
  const { Form, onSubmit, pending, refusal } = useAct("decision.open", {
    fail: ({ code }) => setNeedsReason((needed) => needed || code === "unverified-profile"),
  });
  return (
    <Fold label={t("chair.openVote.summary")} tone={opener} open={reasonAsked}>
      <p>{t("chair.openVote.why")}</p>
      <Form method="post" className="act-form" onSubmit={onSubmit}>
        <Hidden intent="decision.open" fields={{ decisionId: decision.id }} />
        {refusal && <RefusalNote refusal={refusal} />}
        {needsReason ? (
          <TextArea
            name="overrideReason"
            label={t("chair.openVote.reason")}
            help={t("chair.openVote.unverified")}
            maxLength={500}
          />
        ) : (
          <input type="hidden" name="overrideReason" value="" />
        )}
        <Button busy={pending}>{t("chair.openVote.confirm")}</Button>
      </Form>
    </Fold>
  );
}

/** The counted result, which only the chair and the scrutineers see yet, and its publication. */
export function PublishResult({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  return (
    <>
      <p className="small muted">{t("chair.publish.private")}</p>
      <ResultOf decision={decision} />
      <ConfirmAct
        act="decision.publish"
        fields={{ decisionId: decision.id }}
        summary={t("chair.publish.summary")}
        why={t("chair.publish.why")}
        label={t("chair.publish.confirm")}
        tone="primary"
        opener="primary"
      />
    </>
  );
}

export function CloseSession({ assemblyId }: { assemblyId: string }) {
  const { t } = useTranslation("live-session");
  return (
    <ConfirmAct
      act="session.close"
      fields={{ assemblyId }}
      summary={t("chair.closeSession.summary")}
      why={t("chair.closeSession.why")}
      label={t("chair.closeSession.confirm")}
      tone="stop"
      opener="primary"
    />
  );
}
