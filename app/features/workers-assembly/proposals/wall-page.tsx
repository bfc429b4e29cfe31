import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchFold } from "#app/ui/search-fold.tsx";
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

function Filters({ page: { search, head, cities, languages } }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const themes = head.campaign.themes.map(({ id, titles }) => ({
    value: id,
    label: inLanguage(titles, reader)?.value ?? id,
  }));
  const kinds = PROPOSAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  const inWhich = languages.map((value) => ({ value, label: languageName(value, reader) }));
  const from = cities.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SearchFold
      asked={search}
      choices={[
        { name: "theme", label: t("field.theme"), options: themes },
        { name: "city", label: t("field.city"), options: from },
        { name: "kind", label: t("field.kind"), options: kinds },
        { name: "language", label: t("field.language"), options: inWhich },
      ]}
      labels={{
        summary: t("wall.filters"),
        words: t("wall.words"),
        all: t("wall.all"),
        apply: t("wall.apply"),
      }}
      look="proposal-filters"
    />
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
