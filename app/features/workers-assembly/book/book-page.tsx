import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Book } from "#domain/workers-assembly/book.ts";
import type { BookPage as Loaded } from "#wire/workers-book.ts";
import { LineNav } from "../line-nav.tsx";
import { Annex } from "./annex.tsx";
import { DemandPart } from "./demand-part.tsx";
import { Files } from "./files.tsx";
import { Signing } from "./signing.tsx";
import { Versions } from "./versions.tsx";
import "./book.css";

/** The book of demands of one assembly: what it asks, what that received, and what became of it. */
export function BookPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const { head, shown, followed } = page;
  const home = `/workers-assembly/${head.slug}`;
  return (
    <Page
      title={t("title")}
      lead={<p>{t("lead")}</p>}
      actions={head.coordinates && <ButtonLink to={`${home}/book/edit`}>{t("edit.go")}</ButtonLink>}
    >
      <LineNav head={head} />
      {shown ? (
        <>
          <div className="stack">
            <p>
              {t("version", {
                version: shown.version.version,
                date: formatDate(language, shown.version.publishedOn),
              })}
            </p>
            {shown.version.version !== shown.versions[0]?.version && (
              <Notice tone="wait" title={t("older")}>
                <p>
                  <Link to={`${home}/book`}>{t("latest")}</Link>
                </p>
              </Notice>
            )}
            <Prose of={shown.book.foreword} />
          </div>
          <Who book={shown.book} />
          <Demands book={shown.book} slug={head.slug} followed={followed} />
          <Annex book={shown.book} slug={head.slug} followed={followed} />
          <Signing page={page} />
          <Versions slug={head.slug} shown={shown} />
          <Files slug={head.slug} version={shown.version} />
        </>
      ) : (
        <EmptyState
          title={t("none.title")}
          action={<Link to={`${home}/day`}>{t("none.debates")}</Link>}
        >
          <p>{t("none.text")}</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** Who was there, how they came, and of whom these numbers cannot speak. */
function Who({ book }: { book: Book }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const { present, ranking, meetsOn, place, recruited } = book;
  return (
    <Section title={t("who.title")}>
      {meetsOn && <p>{t("met", { date: formatDate(language, meetsOn), place })}</p>}
      {present !== undefined && <p>{t("who.present", { count: present })}</p>}
      {ranking && (
        <p>
          {t("who.ranking", {
            voted: formatNumber(language, ranking.voted),
            eligible: formatNumber(language, ranking.eligible),
          })}
        </p>
      )}
      {Object.keys(recruited).length > 0 && (
        <>
          <h3>{t("who.recruited")}</h3>
          <Prose of={recruited} />
        </>
      )}
      <p className="muted">{t("who.self")}</p>
    </Section>
  );
}

function Prose({ of }: { of: Book["foreword"] }) {
  return Object.keys(of).length === 0 ? null : (
    <p className="book-prose">
      <Words of={of} tagged />
    </p>
  );
}

type Parts = { book: Book; slug: string; followed: Loaded["followed"] };

function Demands({ book, slug, followed }: Parts) {
  const { t } = useTranslation("workers-book");
  const adopted = book.demands.filter((one) => one.adopted);
  const others = book.demands.filter((one) => !one.adopted);
  const part = (demand: Book["demands"][number]) => (
    <DemandPart
      key={demand.id}
      demand={demand}
      themes={book.themes}
      slug={slug}
      item={followed[demand.id]}
    />
  );
  return (
    <>
      <Section title={t("contents")}>{adopted.map(part)}</Section>
      {others.length > 0 && (
        <Section title={t("notAdopted.title")}>
          <p>{t("notAdopted.text")}</p>
          {others.map(part)}
        </Section>
      )}
    </>
  );
}
