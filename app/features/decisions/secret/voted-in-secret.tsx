import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { PrintButton } from "../print-button.tsx";
import type { HeldBallot } from "./held-ballots.ts";
import { HeldReceipt } from "./held-receipt.tsx";
import { useArrival } from "./use-arrival.ts";

type VotedInSecretProps = {
  page: BallotPage;
  elector: ElectorView;
  held: HeldBallot;
  next: ElectorView | undefined;
  /** The ballot was cast on this very page a moment ago. */
  justCast: boolean;
  /** A new choice is being made. */
  changing: boolean;
  /** The form to vote anew. */
  children: ReactNode;
};

/** The ballot is in the urn: the receipt, what it is for, and how to change one's mind. */
export function VotedInSecret(props: VotedInSecretProps) {
  const { page, elector, held, next, justCast, changing, children } = props;
  const { t } = useTranslation("ballot-box");
  const heading = useArrival<HTMLHeadingElement>(justCast);
  return (
    <section className="stack" aria-labelledby="voted">
      <h2 id="voted" ref={heading} tabIndex={-1}>
        {elector.self
          ? t("decisions:states.votedTitle")
          : t("decisions:states.votedTitleFor", { name: elector.name })}
      </h2>
      <p>{t(page.mayChange ? "voted.mayChange" : "voted.mayNotChange")}</p>
      <HeldReceipt page={page} elector={elector} held={held} />
      <p className="row not-printed">
        {next ? (
          <ButtonLink to={`/decisions/${page.id}/secret?for=${next.id}`}>
            {t("decisions:receipt.next")}
          </ButtonLink>
        ) : (
          <ButtonLink to={`/live-session/${page.assembly.slug}`}>
            {t("decisions:toSession")}
          </ButtonLink>
        )}
        <PrintButton>{t("decisions:receipt.print")}</PrintButton>
      </p>
      {page.mayChange && (
        <details className="ballot-change not-printed" open={changing}>
          <summary className="button button-quiet">{t("decisions:states.change")}</summary>
          {children}
        </details>
      )}
    </section>
  );
}
