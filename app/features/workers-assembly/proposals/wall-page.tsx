import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { PROPOSAL_KINDS } from "#domain/workers-assembly/stage.ts";
import type { WallPage as Loaded } from "#wire/proposal-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { WallCard } from "./card.tsx";
import { FrozenNote } from "./frozen-note.tsx";
import "./proposals.css";

/** The wall: everything that is proposed, in an order of chance until the list is frozen. */
export function WallPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const { head, proposals, total, whole, frozen, mayTakePart } = page;
  const home = `/workers-assembly/${head.slug}/proposals`;
  return (
    <Page
      title={t("wall.title")}
      wide
      lead={<p>{t(frozen ? "wall.frozenLead" : "wall.lead")}</p>}
      actions={
        <>
          {mayTakePart && <ButtonLink to={`${home}/new`}>{t("propose.go")}</ButtonLink>}
          {head.coordinates && (
            <ButtonLink to={`${home}/coordinate`} tone="quiet">
              {t("desk.go")}
            </ButtonLink>
          )}
        </>
      }
    >
      <LineNav head={head} />
      {frozen && <FrozenNote slug={head.slug} frozen={frozen} />}
      <Section title={t("wall.count", { count: total })}>
        {whole > 0 && <Filters page={page} />}
        {proposals.length === 0 ? (
          <Nothing page={page} />
        ) : (
          <>
            {!frozen && <p className="muted small">{t("wall.order")}</p>}
            <ul className="proposal-cards">
              {proposals.map((proposal) => (
                <WallCard key={proposal.id} {...page} proposal={proposal} />
              ))}
            </ul>
          </>
        )}
        <Pages page={page} />
      </Section>
    </Page>
  );
}

function Nothing({ page: { whole, head, mayTakePart } }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const key = whole > 0 ? "wall.none" : "wall.empty";
  return (
    <EmptyState
      title={t(`${key}.title`)}
      action={
        mayTakePart && (
          <ButtonLink to={`/workers-assembly/${head.slug}/proposals/new`} tone="quiet">
            {t("propose.go")}
          </ButtonLink>
        )
      }
    >
      <p>{t(`${key}.text`)}</p>
    </EmptyState>
  );
}

const ASKED = ["kind", "theme", "city", "language", "words"] as const;

/** Plain fields of a GET form: an address that can be sent to somebody. */
function Filters({ page: { search, head, cities, languages } }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const all = { value: "", label: t("wall.all") };
  const choice = (
    name: "kind" | "theme" | "city" | "language",
    options: { value: string; label: string }[],
  ) => (
    <Select
      label={t(`field.${name}`)}
      name={name}
      required={false}
      defaultValue={search[name]}
      options={[all, ...options]}
    />
  );
  return (
    <details className="proposal-fold" open={ASKED.some((name) => search[name] !== "")}>
      <summary>{t("wall.filters")}</summary>
      <Form method="get" className="proposal-filters">
        <Field
          label={t("wall.words")}
          name="words"
          type="search"
          required={false}
          maxLength={80}
          defaultValue={search.words}
        />
        {choice(
          "theme",
          head.campaign.themes.map(({ id, titles }) => ({
            value: id,
            label: inLanguage(titles, reader)?.value ?? id,
          })),
        )}
        {choice(
          "city",
          cities.map(({ id, name }) => ({ value: id, label: name })),
        )}
        {choice(
          "kind",
          PROPOSAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        )}
        {choice(
          "language",
          languages.map((value) => ({ value, label: languageName(value, reader) })),
        )}
        <Button tone="quiet">{t("wall.apply")}</Button>
      </Form>
    </details>
  );
}

/** The ways to the other pages of any list of these pages. */
export function Pages({
  page,
  name,
}: {
  page: { search: { page: number }; pages: number };
  name?: string;
}) {
  const { t } = useTranslation("workers-assembly");
  const list = { page: page.search.page, pages: page.pages };
  const words = { heading: t("pages.title"), before: t("pages.before"), after: t("pages.after") };
  return <Pager list={list} words={words} {...(name ? { name } : {})} />;
}
