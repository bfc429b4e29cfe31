import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Select, TextArea } from "#app/ui/field.tsx";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { Demand, FreeAnswer, SortingPage as Loaded } from "#wire/survey-pages.ts";
import type { SortingAsked } from "#wire/surveys.ts";
import { FormNews, type FormState } from "./form-state.tsx";
import "./surveys.css";

const SHOWN = ["new", "sorted", "aside"] as const;

/** Free answers become demands: people sort, likeness helps. */
export function SortingPage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("surveys");
  const { survey, asked, counts, answers, next } = page;
  const to = (more: Partial<SortingAsked>) => {
    const query = new URLSearchParams({ show: asked.show, question: asked.question, ...more });
    return `/surveys/${survey.slug}/sorting?${query.toString()}`;
  };
  const many = { new: counts.waiting, sorted: counts.sorted, aside: counts.aside };
  return (
    <Page
      kicker={
        <Link to={`/surveys/${survey.slug}/field`}>
          <Words of={survey.titles} />
        </Link>
      }
      title={t("sorting.title")}
      lead={<p>{t("sorting.lead")}</p>}
    >
      <FormNews state={state} />
      <Notice title={t("sorting.care")}>
        <p>{t("sorting.careText")}</p>
      </Notice>
      <nav className="row" aria-label={t("sorting.views")}>
        {SHOWN.map((show) => (
          <Link
            key={show}
            to={to({ show })}
            aria-current={show === asked.show ? "page" : undefined}
          >
            {t(`sorting.show.${show}`, { count: many[show] })}
          </Link>
        ))}
      </nav>
      {answers.length === 0 ? (
        <EmptyState title={t("sorting.none")} />
      ) : (
        <ul className="plain-list">
          {answers.map((answer) => (
            <li key={answer.id} className="free-answer">
              <FreeWords answer={answer} page={page} />
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p>
          <Link to={to({ after: next })}>{t("sorting.next")}</Link>
        </p>
      )}
      <DemandList page={page} />
    </Page>
  );
}

function FreeWords({ answer, page }: { answer: FreeAnswer; page: Loaded }) {
  const { t } = useTranslation("surveys");
  const { demands } = page;
  const suggested = answer.suggested.flatMap((id) => demands.filter((one) => one.id === id));
  const own = demands.find(({ id }) => id === answer.demandId);
  return (
    <>
      <p className="free-words" lang={answer.language}>
        {answer.text} <LanguageTag language={answer.language} />
      </p>
      {own && <p className="muted">{own.text}</p>}
      {page.asked.show === "new" ? (
        <>
          {suggested.map((demand) => (
            <SortInto key={demand.id} answer={answer} demand={demand} />
          ))}
          <details>
            <summary>{t("sorting.other")}</summary>
            <OtherDemand answer={answer} demands={demands} />
            <NewDemand answer={answer} page={page} />
          </details>
          <Act intent="set-aside" answer={answer} />
        </>
      ) : (
        <Act intent="take-back" answer={answer} />
      )}
    </>
  );
}

function SortInto({ answer, demand }: { answer: FreeAnswer; demand: Demand }) {
  const { t } = useTranslation("surveys");
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="textId" value={answer.id} />
      <input type="hidden" name="demandId" value={demand.id} />
      <Button name="intent" value="sort" tone="quiet">
        {t("sorting.says", { demand: demand.text })}
      </Button>
    </Form>
  );
}

function OtherDemand({ answer, demands }: { answer: FreeAnswer; demands: readonly Demand[] }) {
  const { t } = useTranslation("surveys");
  if (demands.length === 0) return null;
  return (
    <Form method="post" reloadDocument className="stack">
      <input type="hidden" name="textId" value={answer.id} />
      <Select
        label={t("sorting.choose")}
        name="demandId"
        options={demands.map(({ id, text }) => ({ value: id, label: text }))}
      />
      <div>
        <Button name="intent" value="sort" tone="quiet">
          {t("sorting.put")}
        </Button>
      </div>
    </Form>
  );
}

function NewDemand({ answer, page }: { answer: FreeAnswer; page: Loaded }) {
  const { t } = useTranslation("surveys");
  const reader = useLanguage();
  return (
    <Form method="post" reloadDocument className="stack">
      <input type="hidden" name="textId" value={answer.id} />
      <input type="hidden" name="language" value={answer.language} />
      <Select
        label={t("sorting.theme")}
        name="theme"
        options={page.campaign.themes.map(({ id, titles }) => ({
          value: id,
          label: inLanguage(titles, reader)?.value ?? id,
        }))}
      />
      <TextArea
        label={t("sorting.newDemand")}
        help={t("sorting.newDemandHelp")}
        name="text"
        rows={2}
        maxLength={300}
        lang={answer.language}
      />
      <div>
        <Button name="intent" value="add-demand" tone="quiet">
          {t("sorting.make")}
        </Button>
      </div>
    </Form>
  );
}

function Act({ intent, answer }: { intent: "set-aside" | "take-back"; answer: FreeAnswer }) {
  const { t } = useTranslation("surveys");
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="textId" value={answer.id} />
      <Button name="intent" value={intent} tone="quiet">
        {t(`sorting.${intent}`)}
      </Button>
    </Form>
  );
}

function DemandList({ page: { demands, campaign } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  return (
    <Section title={t("demands.title")}>
      {demands.length === 0 && <p className="muted">{t("sorting.noDemand")}</p>}
      <ul className="plain-list">
        {demands.map(({ id, theme, language, text, answers }) => (
          <li key={id}>
            <p>
              <Words of={{ [language]: text }} tagged /> ·{" "}
              {t("demands.answers", { count: answers })}
            </p>
            <details>
              <summary>{t("sorting.changeDemand")}</summary>
              <Form method="post" reloadDocument className="stack">
                <input type="hidden" name="demandId" value={id} />
                <input type="hidden" name="theme" value={theme} />
                <TextArea
                  label={t("sorting.newDemand")}
                  name="text"
                  rows={2}
                  maxLength={300}
                  lang={language}
                  defaultValue={text}
                />
                <div className="row">
                  <Button name="intent" value="change-demand" tone="quiet">
                    {t("save")}
                  </Button>
                  <Button name="intent" value="drop-demand" tone="quiet">
                    {t("sorting.drop")}
                  </Button>
                </div>
              </Form>
            </details>
            <p className="muted">
              <Words of={campaign.themes.find((one) => one.id === theme)?.titles ?? {}} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
