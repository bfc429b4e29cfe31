import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";

/** Whether the board of this decision has been made. */
export function hasBoard({ urn }: Pick<DecisionPage, "urn">): boolean {
  return urn?.stage === "sealed" || urn?.stage === "opened";
}

/** The way to the board, once there is one. */
export function BoardLink({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("ballot-box");
  return (
    <p>
      <Link to={`/decisions/${page.id}/board`}>{t("board.see")}</Link>
    </p>
  );
}
