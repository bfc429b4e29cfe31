import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { REFUSAL_REASONS } from "#domain/live-session/question.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { MoveLine } from "#wire/questions.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import "./questions.css";

type JournalPageProps = {
  assembly: { slug: string; title: Translated };
  lines: MoveLine[];
};

/** What was done to questions, by whom and why: for those who moderate and watch over it. */
export function JournalPage({ assembly, lines }: JournalPageProps) {
  const { t } = useTranslation(["questions", "live-session"]);
  const language = useLanguage();
  return (
    <Page
      wide
      kicker={
        <Link to={`/live-session/${assembly.slug}/moderation`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("journal.title")}
      lead={<p>{t("journal.lead")}</p>}
    >
      {lines.length === 0 ? (
        <p>{t("journal.empty")}</p>
      ) : (
        <Table
          caption={t("journal.title")}
          captionHidden
          rows={lines}
          rowKey={(line) => `${String(line.at)}-${line.question.id}-${line.to}`}
          columns={[
            {
              key: "at",
              label: t("journal.at"),
              cell: (line) => formatDateTime(language, line.at),
            },
            { key: "actor", label: t("journal.actor"), cell: (line) => line.actor },
            {
              key: "question",
              label: t("journal.question"),
              cell: ({ question }) => (
                <span lang={question.language}>
                  {question.number === undefined ? "" : `${String(question.number)} · `}
                  {question.text}
                </span>
              ),
            },
            {
              key: "move",
              label: t("journal.move"),
              cell: (line) =>
                `${t(`live-session:question.state.${line.from}`)} → ${t(`live-session:question.state.${line.to}`)}`,
            },
            { key: "why", label: t("journal.why"), cell: (line) => <Why line={line} /> },
          ]}
        />
      )}
    </Page>
  );
}

const OTHER_REASONS = ["slot", "session-closed", "appeal-upheld"];

function Why({ line: { reason, note } }: { line: MoveLine }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const isRefusal = REFUSAL_REASONS.some((one) => one === reason);
  return (
    <>
      {isRefusal && t(`live-session:reason.${reason}`)}
      {OTHER_REASONS.includes(reason) && t(`journal.reasons.${reason}`)}
      {note && <span className="journal-note"> {note}</span>}
    </>
  );
}
