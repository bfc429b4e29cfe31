import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table } from "#app/ui/table.tsx";
import { readable } from "../urns/fingerprint.tsx";
import type { BoardLine, LoadedBoard } from "./load-board.server.ts";

type BoardLinesProps = { decisionId: string; board: NonNullable<LoadedBoard["board"]> };

/** The board itself, page by page, for whoever wants to see it whole. */
export function BoardLines({ decisionId, board }: BoardLinesProps) {
  const { t } = useTranslation("ballot-box");
  const language = useLanguage();
  const { page, pages, lines } = board;
  if (lines.length === 0) return null;
  return (
    <details className="board-lines not-printed" open={page > 1} id="lines">
      <summary>{t("lines.title")}</summary>
      <div className="stack">
        <Table
          caption={t("lines.caption", { page, pages })}
          columns={[
            {
              key: "place",
              label: t("lines.place"),
              cell: ({ place }: BoardLine) => formatNumber(language, place),
            },
            { key: "words", label: t("lines.words"), cell: ({ text }: BoardLine) => text },
            {
              key: "fingerprint",
              label: t("lines.fingerprint"),
              cell: ({ fingerprint }: BoardLine) => <code>{readable(fingerprint)}</code>,
            },
          ]}
          rows={lines}
          rowKey={({ place }) => String(place)}
        />
        {pages > 1 && (
          <nav className="row" aria-label={t("lines.pages")}>
            {page > 1 && <Link to={pageOf(decisionId, page - 1)}>{t("lines.before")}</Link>}
            {page < pages && <Link to={pageOf(decisionId, page + 1)}>{t("lines.after")}</Link>}
          </nav>
        )}
      </div>
    </details>
  );
}

function pageOf(decisionId: string, page: number): string {
  return `/decisions/${decisionId}/board?page=${page}#lines`;
}
