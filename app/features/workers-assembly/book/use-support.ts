import { useTranslation } from "react-i18next";
import type { BookProposal } from "#domain/workers-assembly/book.ts";

/** Says how many were behind a proposal, and how it came out of the choice. */
export function useSupport(): (proposal: BookProposal & { chosenPlace?: number }) => string {
  const { t } = useTranslation("workers-book");
  return ({ supports, approvals, chosenPlace }) =>
    [
      t("support.people", { count: supports }),
      approvals !== undefined && t("support.approvals", { count: approvals }),
      chosenPlace === 1 && t("support.chosenFirst"),
      chosenPlace !== undefined && chosenPlace > 1 && t("support.chosen", { place: chosenPlace }),
    ]
      .filter(Boolean)
      .join(" · ");
}
