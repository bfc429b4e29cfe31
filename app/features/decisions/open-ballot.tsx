import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { BALLOT_FORMS } from "./ballot-forms/registry.ts";
import { CastReceipt } from "./cast-receipt.tsx";
import type { BallotPage } from "./load-page.server.ts";
import { useLivePhase } from "./use-live-phase.ts";
import { VoteWatch } from "./vote-watch.tsx";

type OpenBallotProps = {
  page: BallotPage;
  elector: ElectorView;
  filled?: BallotContent;
};

/** The ballot by name of one elector while the vote is open. */
export function OpenBallot({ page, elector, filled }: OpenBallotProps) {
  // What the page was loaded with stays on the table: only a notice may join it.
  const [loaded] = useState(page.phase);
  const { phase, ...live } = useLivePhase(page);
  const watch = <VoteWatch decisionId={page.id} loaded={loaded} phase={phase} {...live} />;
  const form = <FillIn page={page} elector={elector} filled={filled} closed={phase !== "open"} />;
  if (!elector.ballot) {
    return (
      <>
        {watch}
        {form}
      </>
    );
  }
  return (
    <>
      {watch}
      <Voted page={page} elector={elector} />
      {page.mayChange && <ChangeOfVote open={filled !== undefined}>{form}</ChangeOfVote>}
    </>
  );
}

/** A ballot to fill in, as a form that posts it to its review. */
export function FillIn({ page, elector, filled, closed }: OpenBallotProps & { closed: boolean }) {
  const { t } = useTranslation("decisions");
  const { Fields } = BALLOT_FORMS[page.ballot.shape];
  return (
    <Form method="post" action={`/decisions/${page.id}/review`} className="ballot-form">
      <input type="hidden" name="electorId" value={elector.id} />
      <Fields
        page={page}
        legend={elector.self ? t("ballot.legend") : t("ballot.legendFor", { name: elector.name })}
        hint={t("ballot.reviewNote")}
        filled={filled}
        disabled={closed}
      />
      <Button disabled={closed}>{t("ballot.review")}</Button>
    </Form>
  );
}

function Voted({ page, elector }: OpenBallotProps) {
  const { t } = useTranslation("decisions");
  return (
    <section className="stack" aria-labelledby="voted">
      <h2 id="voted">
        {elector.self ? t("states.votedTitle") : t("states.votedTitleFor", { name: elector.name })}
      </h2>
      <p>{t(page.mayChange ? "states.mayChange" : "states.mayNotChange")}</p>
      <CastReceipt page={page} elector={elector} />
    </section>
  );
}

function ChangeOfVote({ open, children }: { open: boolean; children: React.ReactNode }) {
  const { t } = useTranslation("decisions");
  return (
    <details className="ballot-change not-printed" open={open}>
      <summary className="button button-quiet">{t("states.change")}</summary>
      {children}
    </details>
  );
}
