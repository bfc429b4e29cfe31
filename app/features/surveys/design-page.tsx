import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { DesignPage as Loaded } from "#wire/survey-pages.ts";
import { FormNews, type FormState, inFields, typedInto } from "./form-state.tsx";
import { LaunchForm } from "./launch-form.tsx";
import { QuestionList } from "./question-list.tsx";
import "../programme/programme.css";
import "./surveys.css";

/** What will be asked, in which words; who reviews them; and the launch. */
export function DesignPage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("surveys");
  const { survey, campaign, questionnaire } = page;
  return (
    <Page
      kicker={
        <Link to={`/surveys/campaigns/${campaign.slug}/coordinate`}>
          <Words of={campaign.titles} />
        </Link>
      }
      title={<Words of={questionnaire.title} tagged />}
      lead={<p>{t(survey.phase === "draft" ? "design.lead" : "design.leadRuns")}</p>}
      actions={
        survey.phase !== "draft" && (
          <Link to={`/surveys/${survey.slug}/field`}>{t("field.go")}</Link>
        )
      }
    >
      <FormNews state={state} />
      <Section
        title={t("design.questions")}
        action={
          survey.phase === "draft" && (
            <ButtonLink to={`/surveys/${survey.slug}/design/add`} tone="quiet">
              {t("design.add")}
            </ButtonLink>
          )
        }
      >
        <QuestionList page={page} />
      </Section>
      <Head page={page} state={state} />
      <Translations page={page} />
      {survey.phase === "draft" && <LaunchForm page={page} />}
      {survey.phase === "open" && page.changed && <Correct page={page} />}
      <Versions page={page} />
    </Page>
  );
}

function Head({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("surveys");
  const { survey, questionnaire } = page;
  const values = {
    ...inFields("title", questionnaire.title),
    ...inFields("intro", questionnaire.intro),
    ...typedInto("save-head", state),
  };
  return (
    <Section title={t("design.head")}>
      <details>
        <summary>{t("design.headOpen")}</summary>
        <Form method="post" reloadDocument className="stack">
          <input type="hidden" name="revision" value={survey.revision} />
          <InLanguages legend={t("design.title")} name="title" values={values} maxLength={160} />
          <InLanguages
            legend={t("design.intro")}
            name="intro"
            values={values}
            maxLength={2_000}
            long
          />
          <CheckBox
            label={t("design.sensitive")}
            help={t("design.sensitiveHelp")}
            name="sensitive"
            defaultChecked={survey.sensitive}
          />
          <div>
            <Button name="intent" value="save-head" tone="quiet">
              {t("save")}
            </Button>
          </div>
        </Form>
      </details>
    </Section>
  );
}

/** Nobody reviews their own words. */
function Translations({ page }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  return (
    <Section title={t("design.translations")}>
      <p>{t("design.translationsLead")}</p>
      <ul className="plain-list">
        {page.translations.map(({ language: one, whole, state, own }) => (
          <li key={one} className="row">
            <span>
              {languageName(one, language)} ·{" "}
              {whole ? t(`design.state.${state}`) : t("design.state.partial")}
            </span>
            {whole && state === "waits" && !own && (
              <Form method="post" reloadDocument>
                <input type="hidden" name="revision" value={page.survey.revision} />
                <input type="hidden" name="language" value={one} />
                <Button name="intent" value="review" tone="quiet">
                  {t("design.review", { language: languageName(one, language) })}
                </Button>
              </Form>
            )}
            {whole && state === "waits" && own && (
              <span className="muted">{t("design.ownWords")}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Correct({ page }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  return (
    <Notice tone="wait" title={t("design.changed")}>
      <Form method="post" reloadDocument className="stack">
        <input type="hidden" name="revision" value={page.survey.revision} />
        <Field label={t("design.reason")} name="reason" maxLength={300} />
        <div>
          <Button name="intent" value="correct">
            {t("design.correct")}
          </Button>
        </div>
      </Form>
    </Notice>
  );
}

function Versions({ page: { versions } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  if (versions.length === 0) return null;
  return (
    <Section title={t("design.versions")}>
      <ol>
        {versions.map(({ version, fromOn, reason, languages }) => (
          <li key={version}>
            {t("design.versionFrom", { date: formatDate(language, fromOn) })} ·{" "}
            {languages.map((one) => one.toUpperCase()).join(" ")}
            {reason && ` · ${reason}`}
          </li>
        ))}
      </ol>
    </Section>
  );
}
