import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { EditionCard, EditionsPage as Loaded } from "#wire/proposal-pages.ts";
import { Pages } from "./proposals/wall-page.tsx";
import "./line.css";

/** Workers' assemblies: where each of them is on its way. */
export function EditionsPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  return (
    <Page
      title={t("title")}
      lead={<p>{t("lead")}</p>}
      actions={
        page.mayBegin && (
          <ButtonLink to="/workers-assembly/new" tone="quiet">
            {t("begin")}
          </ButtonLink>
        )
      }
    >
      <Section title={t("list")}>
        {page.editions.length === 0 ? (
          <EmptyState title={t("none.title")}>
            <p>{t("none.text")}</p>
          </EmptyState>
        ) : (
          <ul className="proposal-cards">
            {page.editions.map((edition) => (
              <Edition key={edition.slug} edition={edition} />
            ))}
          </ul>
        )}
        <Pages page={{ search: page, pages: page.pages }} />
      </Section>
      <p>
        <Link to="/surveys">{t("toCampaigns")}</Link> · <Link to="/ledger">{t("toLedger")}</Link>
      </p>
    </Page>
  );
}

function Edition({ edition }: { edition: EditionCard }) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  const { slug, titles, stage, meetsOn, place, proposals } = edition;
  return (
    <li className="proposal-card">
      <Tag tone="plum" shape="square">
        {t(`stage.${stage}`)}
      </Tag>
      <h3>
        <Link to={`/workers-assembly/${slug}`}>
          <Words of={titles} tagged />
        </Link>
      </h3>
      <p className="muted">
        {[
          meetsOn && formatDate(language, meetsOn),
          place,
          t("count.proposals", { count: proposals }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
