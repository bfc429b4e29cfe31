import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { LAB_THEMES, OPENNESSES } from "#domain/smartlab/lab.ts";
import type { HubCard, LabListPage, LabSearch } from "#wire/smartlab-pages.ts";
import { LabCards } from "./lab-card.tsx";
import "./smartlab.css";

/** Labs by theme, language, city and openness. */
export function FindPage({ page }: { page: LabListPage }) {
  const { t } = useTranslation("smartlab");
  const { labs, total, hubs, rights, search } = page;
  return (
    <Page
      wide
      title={t("title")}
      lead={<p>{t("intro")}</p>}
      actions={
        <>
          <ButtonLink to="/smartlab/new">{t("propose.title")}</ButtonLink>
          {rights.signedIn && (
            <ButtonLink to="/smartlab/mine" tone="quiet">
              {t("mine.title")}
            </ButtonLink>
          )}
          {rights.support && (
            <ButtonLink to="/smartlab/overview" tone="quiet">
              {t("overview.title")}
            </ButtonLink>
          )}
        </>
      }
    >
      <Section title={t("find.count", { count: total })}>
        <Filters page={page} />
        {labs.length === 0 ? (
          <EmptyState title={t("find.none")}>
            <p>{t("find.noneHow")}</p>
          </EmptyState>
        ) : (
          <LabCards labs={labs} />
        )}
        <Pager
          list={{ page: search.page, pages: page.pages }}
          words={{
            heading: t("find.pages"),
            before: t("find.before"),
            after: t("find.after"),
            here: t("find.page", { page: search.page, pages: page.pages }),
          }}
        />
        {rights.signedIn && isAsked(search) && <Alert page={page} key={JSON.stringify(search)} />}
      </Section>
      {hubs.length > 0 && <Hubs hubs={hubs} />}
      <p>
        <Link to="/codev">{t("find.codev")}</Link>
      </p>
    </Page>
  );
}

const ASKED = ["theme", "language", "city", "openness", "words"] as const;

const isAsked = (search: LabSearch) => ASKED.some((name) => search[name] !== "");

/** Plain fields of a GET form: an address that can be sent to somebody. */
function Filters({ page }: { page: LabListPage }) {
  const { search, cities, rights } = page;
  const { t } = useTranslation("smartlab");
  const reader = useLanguage();
  const all = { value: "", label: t("find.all") };
  return (
    <details className="lab-filters" open={isAsked(search)}>
      <summary>{t("find.filters")}</summary>
      <Form method="get" className="lab-filters-form">
        <Field
          label={t("find.words")}
          name="words"
          type="search"
          required={false}
          maxLength={80}
          defaultValue={search.words}
        />
        <Select
          label={t("find.theme")}
          name="theme"
          required={false}
          defaultValue={search.theme}
          options={[all, ...LAB_THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))]}
        />
        <Select
          label={t("find.language")}
          name="language"
          required={false}
          defaultValue={search.language}
          options={[
            all,
            ...LANGUAGES.map((value) => ({ value, label: languageName(value, reader) })),
          ]}
        />
        <Select
          label={t("find.city")}
          name="city"
          required={false}
          defaultValue={search.city}
          options={[
            all,
            { value: "online", label: t("online") },
            ...cities.map((value) => ({ value, label: value })),
          ]}
        />
        <Select
          label={t("find.openness")}
          name="openness"
          required={false}
          defaultValue={search.openness}
          options={[all, ...OPENNESSES.map((value) => ({ value, label: t(`openness.${value}`) }))]}
        />
        <Button tone="quiet">{t("find.apply")}</Button>
      </Form>
      {rights.signedIn && !isAsked(search) && <Alert page={page} />}
    </details>
  );
}

/** "Tell me when one opens", of what is being looked for. */
function Alert({ page: { search, alerted } }: { page: LabListPage }) {
  const { t } = useTranslation("smartlab");
  const { theme, language, city } = search;
  return (
    <div className="stack">
      <p className="muted">{t(alerted ? "alert.on" : "alert.about")}</p>
      <ActForm
        act={alerted ? "smartlab.drop-alert" : "smartlab.add-alert"}
        fields={{ theme, language, city }}
        label={t(alerted ? "alert.drop" : "alert.add")}
      />
    </div>
  );
}

function Hubs({ hubs }: { hubs: HubCard[] }) {
  const { t } = useTranslation("smartlab");
  return (
    <Section title={t("hub.all")}>
      <ul>
        {hubs.map((hub) => (
          <li key={hub.id}>
            <Link to={`/smartlab/hubs/${hub.slug}`}>
              <Words of={hub.title} tagged />
            </Link>{" "}
            <span className="muted">{t("hub.labs", { count: hub.labs })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
