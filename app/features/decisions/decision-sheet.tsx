import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Sheet } from "#app/ui/sheet.tsx";
import "./decisions.css";

type DecisionSheetProps = {
  page: DecisionPage;
  /** What is printed across the top of the sheet. */
  kind: ReactNode;
  /** Between the way back and the sheet. */
  before?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
};

/** Every paper of a decision: the way back to its assembly, then the sheet with its title. */
export function DecisionSheet({ page, kind, before, after, children }: DecisionSheetProps) {
  const { t } = useTranslation("decisions");
  return (
    <div className="page decision">
      <p className="page-kicker row not-printed">
        <Link to={`/assembly/${page.assembly.slug}`}>
          <Words of={page.assembly.title} />
        </Link>
        {page.phase !== "published" && (
          <Link to={`/live-session/${page.assembly.slug}`}>{t("toSession")}</Link>
        )}
      </p>
      {before}
      <Sheet kind={kind} basis={page.legalBasis} title={<Words of={page.title} />}>
        <AfterIncident page={page} />
        {children}
      </Sheet>
      {after}
    </div>
  );
}

/** An annulled vote says so before anything else, and the one that repeats it names it. */
function AfterIncident({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const { annulledAt, annulReason, repeats } = page;
  if (annulledAt !== undefined) {
    return (
      <Notice tone="stop" title={t("annulled.title")}>
        <p>{t("annulled.body", { reason: annulReason })}</p>
      </Notice>
    );
  }
  if (repeats === undefined) return null;
  return (
    <Notice>
      <p>
        {t("annulled.repeats")} <Link to={`/decisions/${repeats}`}>{t("annulled.see")}</Link>
      </p>
    </Notice>
  );
}
