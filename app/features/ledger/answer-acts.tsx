import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { ADDRESSEES, OUTCOMES, PROGRESSES } from "#domain/ledger/life.ts";
import type { ItemPage } from "#wire/ledger-pages.ts";
import "./ledger.css";

type Props = { page: ItemPage };

/** The sheet on which an answer is given: what, why, who carries it, by when. */
export function AnswerAct({ page, today }: Props & { today: string }) {
  const { t } = useTranslation("ledger");
  const { item } = page;
  return (
    <Section title={t("answer.title")} id="give-answer">
      <p className="muted">{t("answer.how")}</p>
      <ActForm
        act="ledger.answer"
        fields={{ itemId: item.id }}
        label={t("answer.give")}
        tone="primary"
        className="stack"
      >
        <Choices legend={t("answer.outcome")}>
          {OUTCOMES.map((outcome) => (
            <Choice
              key={outcome}
              name="outcome"
              value={outcome}
              required
              label={t(`outcome.${outcome}`)}
              help={t(`answer.help.${outcome}`)}
            />
          ))}
        </Choices>
        <TextArea
          label={t("answer.reason")}
          help={t("answer.reasonHelp")}
          name="reason"
          rows={5}
          maxLength={4_000}
        />
        <TextArea
          label={t("answer.adapted")}
          help={t("answer.adaptedHelp")}
          name="adapted"
          optional
          rows={3}
          maxLength={4_000}
        />
        <Select
          label={t("answer.referTo")}
          help={t("answer.referToHelp")}
          name="referTo"
          optional
          options={[
            { value: "", label: t("answer.elsewhere") },
            ...ADDRESSEES.filter((one) => one !== item.addressee).map((value) => ({
              value,
              label: t(`addressee.${value}`),
            })),
          ]}
        />
        <Field
          label={t("answer.owner")}
          help={t("answer.ownerHelp")}
          name="owner"
          optional
          maxLength={120}
        />
        <Field label={t("answer.promisedOn")} name="promisedOn" type="date" min={today} optional />
        <ObjectiveSelect page={page} optional />
      </ActForm>
    </Section>
  );
}

function ObjectiveSelect({ page, optional = false }: Props & { optional?: boolean }) {
  const { t } = useTranslation("ledger");
  const reader = useLanguage();
  return (
    <Select
      label={t("answer.objective")}
      name="objectiveId"
      optional={optional}
      options={[
        ...(optional ? [{ value: "", label: t("answer.noObjective") }] : []),
        ...page.objectives.map(({ id, title }) => ({
          value: id,
          label: inLanguage(title, reader)?.value ?? "",
        })),
      ]}
    />
  );
}

/** Says how far it has come; ties it to an aim of the strategy. */
export function FollowActs({ page }: Props) {
  const { t } = useTranslation("ledger");
  const fields = { itemId: page.item.id };
  return (
    <details className="fold">
      <summary>{t("follow.title")}</summary>
      <ActForm act="ledger.progress" fields={fields} label={t("follow.note")} className="stack">
        <Select
          label={t("follow.progress")}
          name="progress"
          defaultValue={page.item.progress}
          options={PROGRESSES.map((value) => ({ value, label: t(`progress.${value}`) }))}
        />
        <TextArea label={t("follow.what")} name="note" rows={3} maxLength={1_000} />
        <Field
          label={t("follow.evidence")}
          name="evidence"
          type="url"
          optional
          placeholder="https://"
          maxLength={500}
        />
      </ActForm>
      <ActForm act="ledger.aim" fields={fields} label={t("follow.aim")} className="stack">
        <ObjectiveSelect page={page} />
      </ActForm>
    </details>
  );
}
