import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ActForm } from "../act-form.tsx";
import { KindOfIncident, WhyField } from "./incident-fields.tsx";

type AnnulResultProps = {
  decision: DecisionCard;
  /** In session: the vote can be repeated at once. */
  live: boolean;
};

/** Annuls a result that was proclaimed, with its reason, and offers to vote again. */
export function AnnulResult({ decision, live }: AnnulResultProps) {
  const { t } = useTranslation("stage");
  if (decision.rehearsal) return null;
  return (
    <details className="vote-trouble">
      <summary>{t("annul.heading")}</summary>
      <div className="stack">
        <h4>{t("annul.open")}</h4>
        <p>{t("annul.why")}</p>
        <ActForm
          act="decision.annul"
          fields={{ decisionId: decision.id }}
          label={t("annul.confirm")}
          tone="stop"
        >
          <KindOfIncident />
          <WhyField />
          {live && (
            <Choice
              type="checkbox"
              name="again"
              label={t("annul.again")}
              help={t("annul.againHelp")}
              defaultChecked
            />
          )}
        </ActForm>
      </div>
    </details>
  );
}
