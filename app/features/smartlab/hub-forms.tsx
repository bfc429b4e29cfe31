import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { HubPage } from "#wire/smartlab-pages.ts";

const KINDS = ["event", "answer", "change"] as const;

/** Writes into a hub: what happened, an answer, what changed. */
export function HubForms({
  page: { hub, labs, entries },
  today,
}: {
  page: HubPage;
  today: string;
}) {
  const { t } = useTranslation("smartlab");
  const reader = useLanguage();
  const none = { value: "", label: t("hub.none") };
  const standing = entries.filter(({ kind, replacedBy }) => kind === "answer" && !replacedBy);
  return (
    <Section title={t("hub.write")}>
      <details className="lab-more">
        <summary>{t("hub.writeOpen")}</summary>
        <ActForm
          act="smartlab.add-entry"
          fields={{ hubId: hub.id }}
          label={t("hub.add")}
          className="stack"
        >
          <Select
            label={t("hub.kind")}
            name="kind"
            options={KINDS.map((value) => ({ value, label: t(`hub.kinds.${value}`) }))}
          />
          <Field label={t("hub.entryTitle")} name="title" maxLength={200} />
          <TextArea label={t("hub.text")} name="text" optional rows={5} maxLength={4_000} />
          <Field label={t("hub.day")} name="day" type="date" defaultValue={today} />
          <Select
            label={t("form.language")}
            name="language"
            defaultValue={reader}
            options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
          />
          <Select
            label={t("hub.ofLab")}
            name="labId"
            optional
            options={[none, ...labs.map(({ id, title }) => ({ value: id, label: title }))]}
          />
          <Field label={t("hub.source")} name="sourceUrl" type="url" optional maxLength={500} />
          <Select
            label={t("hub.replaces")}
            help={t("hub.replacesHelp")}
            name="replaces"
            optional
            options={[none, ...standing.map(({ id, title }) => ({ value: id, label: title }))]}
          />
        </ActForm>
      </details>
    </Section>
  );
}

/** Somebody with the office for it checked an answer: who by function, and until when it holds. */
export function ReviewAct({ entryId, today }: { entryId: string; today: string }) {
  const { t } = useTranslation("smartlab");
  return (
    <details className="lab-more">
      <summary>{t("hub.review")}</summary>
      <ActForm
        act="smartlab.review-entry"
        fields={{ entryId }}
        label={t("hub.reviewNow")}
        className="stack"
      >
        <Field
          label={t("hub.reviewer")}
          help={t("hub.reviewerHelp")}
          name="reviewer"
          maxLength={120}
        />
        <Field label={t("hub.validUntil")} name="validUntil" type="date" min={today} />
      </ActForm>
    </details>
  );
}
