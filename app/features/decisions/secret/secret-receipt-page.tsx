import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { PrintButton } from "../print-button.tsx";
import { HeldReceipt } from "./held-receipt.tsx";
import { useHeldBallots } from "./use-held-ballots.ts";
import "../decisions.css";

/** The receipts of a secret vote: only the browser that cast the ballots has them. */
export function SecretReceiptPage({ page }: { page: BallotPage }) {
  const { t } = useTranslation("ballot-box");
  const electorIds = page.electors.map(({ id }) => id);
  const held = useHeldBallots(page.assembly.id, electorIds).filter(
    ({ decisionId, cast, late }) => decisionId === page.id && (cast ?? late),
  );
  return (
    <Page kicker={<Words of={page.assembly.title} />} title={t("decisions:receipt.title")}>
      {held.length === 0 && (
        <EmptyState title={t("receipt.notHere")}>{t("receipt.notHereWhy")}</EmptyState>
      )}
      {page.electors.map((elector) => {
        const own = held.find(({ electorId }) => electorId === elector.id);
        return own && <HeldReceipt key={elector.id} page={page} elector={elector} held={own} />;
      })}
      {held.length > 0 && (
        <Section title={t("decisions:receipt.proves")}>
          <p>{t("receipt.provesYes")}</p>
          <p>{t("receipt.provesNo")}</p>
        </Section>
      )}
      <p className="row not-printed">
        {held.length > 0 && <PrintButton>{t("decisions:receipt.print")}</PrintButton>}
        <ButtonLink tone="quiet" to={`/decisions/${page.id}`}>
          {t("decisions:receipt.toBallot")}
        </ButtonLink>
      </p>
    </Page>
  );
}
