import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import type { Ledger } from "#wire/secret-ballots.ts";
import { BoardLink } from "../secret/board-link.tsx";
import { LedgerTable } from "./ledger-table.tsx";

/** Of a secret result: the ledger, and the three things that anybody can do to check it. */
export function CheckSecret({ page, ledger }: { page: DecisionPage; ledger: Ledger }) {
  const { t } = useTranslation("ballot-box");
  return (
    <>
      <h4>{t("ledger.title")}</h4>
      <LedgerTable ledger={ledger} />
      <p>{t("check.how")}</p>
      <BoardLink page={page} />
    </>
  );
}
