import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReconciliationPage as Sheets } from "#server/features/minutes/queries.ts";
import { useWords } from "#app/features/live-session/use-words.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { ReconciliationTable } from "./reconciliation-table.tsx";
import "./minutes.css";

/** All votes of one assembly with their sheets: room, online, paper and assisted in one result. */
export function ReconciliationPage({ page: { assembly, votes } }: { page: Sheets }) {
  const { t } = useTranslation("minutes");
  const words = useWords();
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("sheet.title")}
      lead={<p>{t("sheet.lead")}</p>}
    >
      {votes.length === 0 && <EmptyState title={t("sheet.none")} />}
      {votes.map(({ decisionId, title, ballotKind, sheet }) => (
        <Section
          key={decisionId}
          title={<Words of={title} />}
          action={<Tag>{t(`vote.${ballotKind}`)}</Tag>}
        >
          <ReconciliationTable sheet={sheet} title={words(title)} />
        </Section>
      ))}
    </Page>
  );
}
