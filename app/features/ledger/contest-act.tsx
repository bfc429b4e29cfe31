import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { AssemblyDecision, ItemPage } from "#wire/ledger-pages.ts";
import "./ledger.css";

/** The assembly contests an answer, once; workers by what their own assembly decided. */
export function ContestAct({ page: { item, decisions } }: { page: ItemPage }) {
  const { t } = useTranslation("ledger");
  return (
    <details className="fold">
      <summary>{t(decisions ? "contest.titleWorkers" : "contest.title")}</summary>
      <p className="muted">{t("contest.how")}</p>
      <ActForm
        act="ledger.contest"
        fields={{ itemId: item.id }}
        label={t("contest.send")}
        className="stack"
      >
        <TextArea label={t("contest.reason")} name="reason" rows={5} maxLength={4_000} />
        {decisions && <Basis decisions={decisions} />}
      </ActForm>
    </details>
  );
}

function Basis({ decisions }: { decisions: AssemblyDecision[] }) {
  const { t } = useTranslation("ledger");
  const reader = useLanguage();
  return (
    <>
      <p className="muted">{t("contest.basis")}</p>
      {decisions.length > 0 && (
        <Select
          label={t("contest.decision")}
          name="decisionId"
          optional
          options={[
            { value: "", label: t("contest.noDecision") },
            ...decisions.map(({ id, titles, on }) => ({
              value: id,
              label: `${formatDate(reader, on)} – ${inLanguage(titles, reader)?.value ?? ""}`,
            })),
          ]}
        />
      )}
      <Field
        label={t("contest.mandate")}
        help={t("contest.mandateHelp")}
        name="mandate"
        optional
        maxLength={500}
      />
    </>
  );
}
