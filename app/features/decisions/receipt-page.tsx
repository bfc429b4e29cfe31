import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CastReceipt } from "./cast-receipt.tsx";
import type { BallotPage } from "./load-page.server.ts";
import { PrintButton } from "./print-button.tsx";
import "./decisions.css";

/** The receipts of one decision: the reader's own, and those of whom they represent. */
export function ReceiptPage({ page }: { page: BallotPage }) {
  const { t } = useTranslation("decisions");
  const voted = page.electors.filter((elector) => elector.ballot);
  const waiting = page.electors.filter((elector) => elector.entitled && !elector.ballot);
  const done = voted.length > 0 && waiting.length === 0;
  return (
    <Page
      kicker={<Words of={page.assembly.title} />}
      title={voted.length > 0 ? t("receipt.recorded") : t("receipt.title")}
    >
      {voted.length === 0 && (
        <EmptyState title={t("receipt.none")}>{t("receipt.noneBody")}</EmptyState>
      )}
      {voted.map((elector) => (
        <CastReceipt key={elector.id} page={page} elector={elector} />
      ))}
      {voted.length > 0 && <WhatItProves changeable={page.phase === "open" && page.mayChange} />}
      <p className="row not-printed">
        {voted.length > 0 && <PrintButton>{t("receipt.print")}</PrintButton>}
        <ButtonLink tone={done ? "quiet" : "primary"} to={`/decisions/${page.id}`}>
          {t(wayBack(voted.length, waiting.length))}
        </ButtonLink>
        <ButtonLink tone={done ? "primary" : "quiet"} to={`/live-session/${page.assembly.slug}`}>
          {t("toSession")}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** Nothing cast yet, another ballot still to fill in, or everything done. */
function wayBack(voted: number, waiting: number): string {
  if (voted === 0) return "watch.openNow";
  return waiting > 0 ? "receipt.next" : "receipt.toBallot";
}

function WhatItProves({ changeable }: { changeable: boolean }) {
  const { t } = useTranslation("decisions");
  return (
    <Section title={t("receipt.proves")}>
      <p>{t("receipt.provesYes")}</p>
      <p>{t("receipt.provesNo")}</p>
      {changeable && <p>{t("receipt.change")}</p>}
    </Section>
  );
}
