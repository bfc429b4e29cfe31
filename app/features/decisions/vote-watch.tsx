import { useTranslation } from "react-i18next";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { LiveStatus } from "#app/features/live-session/socket.ts";
import { Notice } from "#app/ui/notice.tsx";

type VoteWatchProps = {
  decisionId: string;
  /** The phase the page was loaded in, and the phase now. */
  loaded: DecisionPhase;
  phase: DecisionPhase;
  status: LiveStatus;
};

/** The one thing that may appear on a ballot while it is open: what has become of the vote. */
export function VoteWatch({ decisionId, loaded, phase, status }: VoteWatchProps) {
  return (
    <div aria-live="polite" className="vote-watch not-printed">
      <News decisionId={decisionId} loaded={loaded} phase={phase} status={status} />
    </div>
  );
}

function News({ decisionId, loaded, phase, status }: VoteWatchProps) {
  const { t } = useTranslation("decisions");
  if (phase === "published" && loaded !== "published") {
    return (
      <Notice tone="information">
        {t("watch.published")}{" "}
        <a href={`/decisions/${decisionId}/result`}>{t("states.publishedSee")}</a>
      </Notice>
    );
  }
  if (phase === "open" && loaded === "draft") {
    return (
      <Notice tone="information">
        {t("watch.opened")} <a href={`/decisions/${decisionId}`}>{t("watch.openNow")}</a>
      </Notice>
    );
  }
  if (phase !== "open" && loaded === "open")
    return <Notice tone="stop">{t("watch.closed")}</Notice>;
  const cut = status === "reconnecting" || status === "offline";
  if (cut && loaded === "open") return <Notice tone="wait">{t("watch.offline")}</Notice>;
  return null;
}
