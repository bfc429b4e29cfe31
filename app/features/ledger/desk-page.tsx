import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { DeskPage as Loaded } from "#wire/ledger-pages.ts";
import { ItemList } from "./item-list.tsx";
import { ItemPages } from "./list-page.tsx";

/** What waits for an answer, the longest owed first; each opens at the sheet to answer on. */
export function DeskPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const { items, total, late, of, mayAnswerFor } = page;
  return (
    <Page
      kicker={<Link to="/ledger">{t("title")}</Link>}
      title={t("desk.title")}
      lead={<p>{t("desk.lead")}</p>}
    >
      {mayAnswerFor.length > 1 && (
        <nav className="row" aria-label={t("desk.for")}>
          {(["", ...mayAnswerFor] as const).map((one) => (
            <Link
              key={one}
              to={one ? `?of=${one}` : "?"}
              aria-current={one === of ? "page" : undefined}
            >
              {one ? t(`addressee.${one}`) : t("desk.all")}
            </Link>
          ))}
        </nav>
      )}
      <Section title={t("desk.waiting", { count: total })}>
        {late > 0 && <p>{t("desk.late", { count: late })}</p>}
        {items.length === 0 ? (
          <EmptyState title={t("desk.none")}>
            <p>{t("desk.noneHow")}</p>
          </EmptyState>
        ) : (
          <ItemList items={items} to={({ number }) => `/ledger/${number}#give-answer`} />
        )}
        <ItemPages list={page} />
      </Section>
    </Page>
  );
}
