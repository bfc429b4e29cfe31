import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { FillIn } from "../open-ballot.tsx";
import { useLivePhase } from "../use-live-phase.ts";
import { VoteWatch } from "../vote-watch.tsx";
import { MarkedElsewhere } from "./marked-elsewhere.tsx";
import { SealedBallot } from "./sealed-ballot.tsx";
import { useCanSeal } from "./use-held-ballots.ts";

type SecretBallotProps = {
  page: BallotPage;
  elector: ElectorView;
  /** The form without script was asked for by its address. */
  plain: boolean;
  /** A plain ballot that comes back from its review. */
  filled?: BallotContent;
};

/**
 * A secret ballot while the vote is open. Where scripts run, what is chosen never leaves the browser
 * unsealed: the form that posts it as it is exists for browsers without scripts alone.
 */
export function SecretBallot({ page, elector, plain, filled }: SecretBallotProps) {
  const [loaded] = useState(page.phase);
  const { phase, ...live } = useLivePhase(page);
  const canSeal = useCanSeal();
  const closed = phase !== "open";
  const ballot = <PlainBallot page={page} elector={elector} filled={filled} closed={closed} />;
  const { mark } = elector;
  return (
    <>
      <VoteWatch decisionId={page.id} loaded={loaded} phase={phase} {...live} />
      {mark && mark.channel !== "online" ? (
        <MarkedElsewhere assemblyId={page.assembly.id} channel={mark.channel} elector={elector} />
      ) : canSeal ? (
        <SealedBallot page={page} elector={elector} closed={closed} />
      ) : plain || filled || canSeal === false ? (
        ballot
      ) : (
        <>
          <noscript>{ballot}</noscript>
          <Preparing page={page} elector={elector} />
        </>
      )}
    </>
  );
}

/** Where a ballot cannot be sealed here: mark and ballot travel together, and that is said. */
function PlainBallot({
  page,
  elector,
  filled,
  closed,
}: Omit<SecretBallotProps, "plain"> & { closed: boolean }) {
  const { t } = useTranslation("ballot-box");
  return (
    <>
      <Notice tone="wait" title={t("plain.title")}>
        <p>{t("plain.weaker")}</p>
        <p>{t("plain.once")}</p>
        <p>{t("plain.instead")}</p>
      </Notice>
      <FillIn page={page} elector={elector} filled={filled} closed={closed} />
    </>
  );
}

/** Until the scripts are there. If they never come, the form without them is one link away. */
function Preparing({ page, elector }: { page: BallotPage; elector: ElectorView }) {
  const { t } = useTranslation("ballot-box");
  return (
    <div className="scripts-only stack">
      <p role="status">{t("plain.preparing")}</p>
      <p className="small">
        <Link reloadDocument to={`/decisions/${page.id}/secret?for=${elector.id}&form=plain`}>
          {t("plain.stuck")}
        </Link>
      </p>
    </div>
  );
}
