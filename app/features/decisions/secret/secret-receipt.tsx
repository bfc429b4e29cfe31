import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Receipt } from "#app/ui/receipt.tsx";

type SecretReceiptProps = {
  page: DecisionPage;
  /** For whom, where the reader votes for more than themselves. */
  name?: string;
  /** Four words. */
  words: string;
  revision: number;
};

/** The torn-off part of a secret ballot: four words that find it on the board, and nothing else. */
export function SecretReceipt({ page, name, words, revision }: SecretReceiptProps) {
  const { t } = useTranslation("ballot-box");
  return (
    <Receipt title={t("receipt.title")} code={words} codeLabel={t("receipt.words")}>
      <dl className="receipt-facts">
        <dt>{t("receipt.decision")}</dt>
        <dd>
          <Words of={page.title} />
        </dd>
        {name && (
          <>
            <dt>{t("receipt.for")}</dt>
            <dd>{name}</dd>
          </>
        )}
        {revision > 1 && (
          <>
            <dt>{t("receipt.ballot")}</dt>
            <dd>{t("receipt.replaces")}</dd>
          </>
        )}
      </dl>
      <p className="small">
        {t("receipt.use")}{" "}
        <Link to={`/decisions/${page.id}/board`} className="not-printed">
          {t("receipt.board")}
        </Link>
      </p>
    </Receipt>
  );
}
