import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ItemList } from "#app/features/ledger/item-list.tsx";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { inLanguage, LANGUAGES } from "#domain/kernel/languages.ts";
import type { CoordinatePage as Loaded } from "#wire/survey-pages.ts";
import { CampaignFields } from "./campaign-form.tsx";
import {
  FormNews,
  type FormState,
  inFields,
  linesInFields,
  type Typed,
  typedInto,
} from "./form-state.tsx";
import { SurveyCards } from "./surveys-page.tsx";
import "../programme/programme.css";
import "./surveys.css";

/** Where the workers who run a campaign run it. */
export function CoordinatePage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("surveys");
  const { campaign, revision } = page;
  const { slug, titles, publishedOn } = campaign;
  return (
    <Page
      kicker={
        <Link to={`/surveys/campaigns/${slug}`}>
          <Words of={titles} />
        </Link>
      }
      title={t("coordinate.title")}
      lead={<p>{t("coordinate.lead")}</p>}
    >
      <FormNews state={state} />
      {page.open && page.open.count > 0 && <StillOpen open={page.open} />}
      {!publishedOn && (
        <Confirm label={t("coordinate.publish")} why={t("coordinate.publishWhy")} tone="primary">
          <Form method="post" reloadDocument>
            <Button name="intent" value="publish">
              {t("coordinate.publishNow")}
            </Button>
          </Form>
        </Confirm>
      )}
      <Section title={t("campaign.surveys")}>
        <SurveyCards surveys={campaign.surveys} runs />
        <AddSurvey repeatable={page.repeatable} />
      </Section>
      <People page={page} />
      <Section title={t("coordinate.change")}>
        <details>
          <summary>{t("coordinate.changeOpen")}</summary>
          <Form method="post" reloadDocument className="stack">
            <input type="hidden" name="revision" value={revision} />
            <CampaignFields
              values={{ ...valuesOf(page), ...typedInto("change", state) }}
              fixed={publishedOn !== undefined}
            />
            <div>
              <Button name="intent" value="change" tone="quiet">
                {t("save")}
              </Button>
            </div>
          </Form>
        </details>
      </Section>
    </Page>
  );
}

function valuesOf({ campaign }: Loaded): Typed {
  const { titles, purpose, sponsor, themes, contact, electorate, offices, calendar } = campaign;
  return {
    ...inFields("title", titles),
    ...inFields("purpose", purpose),
    ...inFields("sponsor", sponsor),
    ...linesInFields(
      "themes",
      themes.map((theme) => theme.titles),
    ),
    ...linesInFields(
      "calendar",
      calendar.map(({ on, titles: said }) =>
        Object.fromEntries(Object.entries(said).map(([one, text]) => [one, `${on} ${text}`])),
      ),
    ),
    contact,
    electorate,
    offices: offices.join(", "),
  };
}

/** Before it asks anew: what was asked for on these themes and is still owed (S-17). */
function StillOpen({ open: { count, items } }: { open: NonNullable<Loaded["open"]> }) {
  const { t } = useTranslation("surveys");
  return (
    <Notice tone="wait" title={t("coordinate.stillOpen", { count })}>
      <p>{t("coordinate.stillOpenText")}</p>
      <ItemList items={items} />
    </Notice>
  );
}

function AddSurvey({ repeatable }: Pick<Loaded, "repeatable">) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("coordinate.addSurvey")}</summary>
      <Form method="post" reloadDocument className="stack">
        <InLanguages
          legend={t("coordinate.surveyTitle")}
          name="title"
          values={{}}
          maxLength={160}
        />
        <Select
          label={t("coordinate.source")}
          help={t("coordinate.sourceHelp")}
          name="sourceLanguage"
          defaultValue={language}
          options={LANGUAGES.map((one) => ({ value: one, label: languageName(one, language) }))}
        />
        {repeatable.length > 0 && (
          <Select
            label={t("wave.again")}
            help={t("wave.againHelp")}
            name="earlier"
            optional
            options={[
              { value: "", label: t("wave.new") },
              ...repeatable.map(({ slug, titles, closedOn }) => ({
                value: slug,
                label: `${inLanguage(titles, language)?.value ?? slug} (${formatDate(language, closedOn)})`,
              })),
            ]}
          />
        )}
        <div>
          <Button name="intent" value="add-survey" tone="quiet">
            {t("coordinate.addSurvey")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** Who coordinates, and who of the management looks on. */
function People({ page: { people } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  return (
    <Section title={t("coordinate.people")}>
      <ul className="plain-list">
        {people.map(({ name, part, since, you }) => (
          <li key={`${part}-${name}`}>
            {name} · {t(`coordinate.part.${part}`)} ·{" "}
            {t("coordinate.since", { date: formatDate(language, since) })}
            {you && ` · ${t("coordinate.you")}`}
          </li>
        ))}
      </ul>
      {(["name-coordinator", "flag-observer"] as const).map((intent) => (
        <details key={intent}>
          <summary>{t(`coordinate.${intent}`)}</summary>
          <Form method="post" reloadDocument className="stack">
            <Field
              label={t("coordinate.registerNo")}
              help={t(`coordinate.${intent}-help`)}
              name="registerNo"
              maxLength={40}
            />
            <div>
              <Button name="intent" value={intent} tone="quiet">
                {t(`coordinate.${intent}`)}
              </Button>
            </div>
          </Form>
        </details>
      ))}
      <Confirm label={t("coordinate.leave")} why={t("coordinate.leaveWhy")}>
        <Form method="post" reloadDocument>
          <Button name="intent" value="leave" tone="stop">
            {t("coordinate.leave")}
          </Button>
        </Form>
      </Confirm>
    </Section>
  );
}
