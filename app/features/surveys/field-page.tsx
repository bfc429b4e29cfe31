import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { formatDate, formatDateTime, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { Table } from "#app/ui/table.tsx";
import { SENDINGS_MOST } from "#domain/surveys/frame.ts";
import type { FieldPage as Loaded } from "#wire/survey-pages.ts";
import { FormNews, type FormState, inFields } from "./form-state.tsx";
import "../programme/programme.css";
import "./surveys.css";

/** How a survey goes: how many, never who and never what. */
export function FieldPage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { survey, campaign, size, answered } = page;
  const { count } = useSaid();
  return (
    <Page
      kicker={
        <Link to={`/surveys/campaigns/${campaign.slug}/coordinate`}>
          <Words of={campaign.titles} />
        </Link>
      }
      title={<Words of={survey.titles} tagged />}
      lead={
        survey.closesAt !== undefined && (
          <p>
            {t(survey.phase === "open" ? "until" : "field.closed", {
              when: formatDateTime(language, survey.closesAt),
            })}
          </p>
        )
      }
      actions={
        <>
          <Link to={`/surveys/${survey.slug}/design`}>{t("design.go")}</Link>
          {page.counted && <Link to={`/surveys/${survey.slug}/results`}>{t("results.go")}</Link>}
          {page.counted && (
            <Link to={`/surveys/${survey.slug}/sorting`}>
              {t("sorting.go", { count: page.unsorted })}
            </Link>
          )}
        </>
      }
    >
      <FormNews state={state} />
      <Stats>
        <Stat
          value={count(answered)}
          label={t("field.answered")}
          of={t("field.of", { size: count(size) })}
          note={size > 0 && formatPercent(language, answered, size)}
        />
      </Stats>
      <Acts page={page} />
      <Sendings page={page} />
      <Days page={page} />
    </Page>
  );
}

/** What can be done at this point of a survey's life. */
function Acts({ page }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const { survey, sendings, today, became } = page;
  if (survey.phase === "open") {
    return (
      <div className="row">
        {sendings.length < SENDINGS_MOST && (
          <Confirm label={t("field.remind")} why={t("field.remindWhy")} tone="primary">
            <Form method="post" reloadDocument className="stack">
              <Field label={t("launch.whoActs")} name="whoActs" maxLength={200} />
              <Field label={t("launch.answerBy")} name="answerBy" type="date" min={today} />
              <Button name="intent" value="remind">
                {t("field.remind")}
              </Button>
            </Form>
          </Confirm>
        )}
        <Confirm label={t("field.closeEarly")} why={t("field.closeEarlyWhy")}>
          <Form method="post" reloadDocument className="stack">
            <Field label={t("field.reason")} name="reason" maxLength={300} />
            <Button name="intent" value="close-early" tone="stop">
              {t("field.closeEarly")}
            </Button>
          </Form>
        </Confirm>
      </div>
    );
  }
  if (survey.phase === "closed") {
    return (
      <Confirm label={t("field.publish")} why={t("field.publishWhy")} tone="primary">
        <Form method="post" reloadDocument>
          <Button name="intent" value="publish">
            {t("field.publish")}
          </Button>
        </Form>
      </Confirm>
    );
  }
  if (survey.phase !== "published") return null;
  return (
    <Section title={t("field.became")}>
      <p>{t("field.becameLead")}</p>
      <Form method="post" reloadDocument className="stack">
        <InLanguages
          legend={t("field.became")}
          name="became"
          values={inFields("became", became)}
          maxLength={2_000}
          long
        />
        <div>
          <Button name="intent" value="became" tone="quiet">
            {t("save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Sendings({ page: { sendings } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const { count, day } = useSaid();
  return (
    <Section title={t("field.sendings")}>
      <Table
        caption={t("field.sendingsCaption")}
        rows={sendings}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: "what",
            label: t("field.what"),
            cell: ({ number }) => t(number === 1 ? "field.invitation" : "field.reminder"),
          },
          { key: "on", label: t("field.on"), cell: ({ sentOn }) => day(sentOn) },
          {
            key: "asked",
            label: t("field.asked"),
            numeric: true,
            cell: (row) => count(row.asked),
          },
          {
            key: "spared",
            label: t("field.spared"),
            numeric: true,
            cell: (row) => count(row.spared),
          },
        ]}
      />
    </Section>
  );
}

function Days({ page: { days } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const { count, day } = useSaid();
  if (days.length === 0) return null;
  return (
    <Section title={t("field.days")}>
      <Table
        caption={t("field.daysCaption")}
        rows={days}
        rowKey={({ from }) => from}
        columns={[
          {
            key: "day",
            label: t("field.day"),
            cell: ({ from, to }) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
          },
          {
            key: "answers",
            label: t("field.answered"),
            numeric: true,
            cell: ({ answers }) => count(answers),
          },
        ]}
      />
    </Section>
  );
}

function useSaid() {
  const language = useLanguage();
  return {
    count: (value: number) => formatNumber(language, value),
    day: (iso: string) => formatDate(language, iso, "short"),
  };
}
