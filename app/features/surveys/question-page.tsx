import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page } from "#app/ui/page.tsx";
import {
  MARGINS,
  QUESTION_KINDS,
  type Question,
  SCALE_MOST,
} from "#domain/surveys/questionnaire.ts";
import type { DesignPage } from "#wire/survey-pages.ts";
import { FormNews, type FormState, inFields, linesInFields, type Typed } from "./form-state.tsx";
import "../programme/programme.css";
import "./surveys.css";

type Props = { page: DesignPage; question: Question | undefined; state: FormState };

/** One question, all kinds on one form: what a kind does not need stays empty. */
export function QuestionPage({ page, question, state }: Props) {
  const { t } = useTranslation("surveys");
  const { survey, questionnaire } = page;
  const values = { ...valuesOf(question), ...state.typed };
  const text = (name: string, maxLength: number, long = false) => (
    <InLanguages
      legend={t(`question.${name}`)}
      help={t(`question.${name}Help`)}
      name={name}
      values={values}
      maxLength={maxLength}
      long={long}
    />
  );
  return (
    <Page
      kicker={
        <Link to={`/surveys/${survey.slug}/design`}>
          <Words of={questionnaire.title} />
        </Link>
      }
      title={question ? t("question.change") : t("question.add")}
      lead={survey.phase === "open" && <p>{t("question.wordsOnly")}</p>}
    >
      <FormNews state={state} />
      <Form method="post" reloadDocument className="stack">
        <input type="hidden" name="revision" value={survey.revision} />
        <input type="hidden" name="questionId" value={question?.id ?? ""} />
        <Select
          label={t("question.kind")}
          name="kind"
          defaultValue={values["kind"]}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        {text("text", 500)}
        {text("help", 500)}
        {text("options", 2_400, true)}
        {text("rows", 2_400, true)}
        <div className="in-languages">
          <Field
            label={t("question.from")}
            name="from"
            type="number"
            min={0}
            max={1}
            defaultValue={values["from"] ?? 1}
          />
          <Field
            label={t("question.to")}
            name="to"
            type="number"
            min={2}
            max={SCALE_MOST}
            defaultValue={values["to"] ?? 5}
          />
        </div>
        {text("low", 80)}
        {text("high", 80)}
        <CheckBox
          label={t("question.groups")}
          help={t("question.groupsHelp")}
          name="groups"
          defaultChecked={values["groups"] === "on"}
        />
        <Select
          label={t("question.margin")}
          help={t("question.marginHelp")}
          name="margin"
          required={false}
          defaultValue={values["margin"]}
          options={[
            { value: "", label: t("question.noMargin") },
            ...MARGINS.map((margin) => ({ value: margin, label: t(`margin.${margin}`) })),
          ]}
        />
        <div>
          <Button name="intent" value="save-question">
            {t("save")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function valuesOf(question: Question | undefined): Typed {
  if (!question) return {};
  const labels = (options: { label: Question["text"] }[]) => options.map(({ label }) => label);
  return {
    kind: question.kind,
    ...inFields("text", question.text),
    ...inFields("help", question.help),
    ...("options" in question ? linesInFields("options", labels(question.options)) : {}),
    ...("rows" in question ? linesInFields("rows", labels(question.rows)) : {}),
    ...(question.kind === "scale"
      ? {
          from: String(question.from),
          to: String(question.to),
          ...inFields("low", question.low),
          ...inFields("high", question.high),
        }
      : {}),
    ...(question.kind === "single"
      ? { groups: question.groups ? "on" : "", margin: question.margin ?? "" }
      : {}),
  };
}
