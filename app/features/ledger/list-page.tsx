import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchFold } from "#app/ui/search-fold.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { STANDING_FILTERS } from "#domain/ledger/filters.ts";
import { ITEM_KINDS } from "#domain/ledger/life.ts";
import type { CycleCard, ItemListPage } from "#wire/ledger-pages.ts";
import { ItemList, useThemeName } from "./item-list.tsx";
import "./ledger.css";

/** Everything that was asked for, by what one looks for. */
export function ListPage({ page }: { page: ItemListPage }) {
  const { t } = useTranslation("ledger");
  const { items, total, counts, rights } = page;
  return (
    <Page
      title={t("title")}
      lead={
        <>
          <p>{t("intro")}</p>
          <p>
            <strong>{t("sentence", counts)}</strong>
          </p>
        </>
      }
      actions={
        <>
          <ButtonLink to="/ledger/state">{t("stateOfPlay.title")}</ButtonLink>
          {rights.answer && (
            <ButtonLink to="/ledger/answers" tone="quiet">
              {t("desk.title")}
            </ButtonLink>
          )}
          {rights.write && (
            <ButtonLink to="/ledger/write" tone="quiet">
              {t("write.title")}
            </ButtonLink>
          )}
        </>
      }
    >
      <Section title={t("find.count", { count: total })}>
        <Filters page={page} />
        {items.length === 0 ? (
          <EmptyState title={t("find.none")}>
            <p>{t("find.noneHow")}</p>
          </EmptyState>
        ) : (
          <ItemList items={items} />
        )}
        <ItemPages list={{ page: page.search.page, pages: page.pages }} />
      </Section>
      {page.cycles.map((cycle) => (
        <Cycle key={`${cycle.cycle}${cycle.year}`} cycle={cycle} />
      ))}
    </Page>
  );
}

/** The groups of a cycle, and who took part in all of them together. */
function Cycle({ cycle: { cycle, year, groups, participants, figures } }: { cycle: CycleCard }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  return (
    <Section title={`${cycle} ${year}`}>
      <p>{t("cycle.people", participants)}</p>
      {figures && (
        <p>{t("cycle.work", { ...figures, reached: formatNumber(language, figures.reached) })}</p>
      )}
      <ul>
        {groups.map(({ slug, title, items }) => (
          <li key={slug}>
            <Link to={`/ledger?group=${slug}`}>
              <Words of={title} />
            </Link>{" "}
            <span className="muted">{t("find.count", { count: items })}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">{t("cycle.how")}</p>
    </Section>
  );
}

function Filters({ page: { search, themes, cities, groups } }: { page: ItemListPage }) {
  const { t } = useTranslation("ledger");
  const reader = useLanguage();
  const themeName = useThemeName();
  const standings = STANDING_FILTERS.map((value) => ({ value, label: t(`standing.${value}`) }));
  const kinds = ITEM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  const about = themes.map((value) => ({ value, label: themeName(value) }));
  const from = cities.map((value) => ({ value, label: value }));
  const by = groups.map(({ slug, cycle, title }) => ({
    value: slug,
    label: `${cycle} · ${inLanguage(title, reader)?.value ?? slug}`,
  }));
  return (
    <SearchFold
      asked={search}
      choices={[
        { name: "standing", label: t("find.standing"), options: standings },
        { name: "kind", label: t("find.kind"), options: kinds },
        { name: "theme", label: t("find.theme"), options: about },
        { name: "city", label: t("find.city"), options: from },
        { name: "group", label: t("find.group"), options: by },
      ]}
      labels={{
        summary: t("find.filters"),
        words: t("find.words"),
        all: t("find.all"),
        apply: t("find.apply"),
      }}
      look="ledger-filters"
    />
  );
}

/** The ways to the other pages of a list of items. */
export function ItemPages({ list }: { list: { page: number; pages: number } }) {
  const { t } = useTranslation("ledger");
  const words = {
    heading: t("find.pages"),
    before: t("find.before"),
    after: t("find.after"),
    here: t("find.page", list),
  };
  return <Pager list={list} words={words} />;
}
