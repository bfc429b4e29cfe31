import { useTranslation } from "react-i18next";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { LiveStatus } from "#app/features/live-session/socket.ts";
import { Notice } from "#app/ui/notice.tsx";

type VoteWatchProps = {
  decisionId: string;
  /** The phase the page was loaded in, and the phase now. */
  loaded: DecisionPhase;
  phase: DecisionPhase;
  /** It takes no ballot just now. */
  suspended: boolean;
  status: LiveStatus;
};

/** The one thing that may appear on a ballot while it is open: what has become of the vote. */
export function VoteWatch(props: VoteWatchProps) {
  return (
    <div aria-live="polite" className="vote-watch not-printed">
      <News {...props} />
    </div>
  );
}

function News({ decisionId, loaded, phase, suspended, status }: VoteWatchProps) {
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
  if (suspended) return <Notice tone="wait">{t("watch.suspended")}</Notice>;
  const cut = status === "reconnecting" || status === "offline";
  if (cut && loaded === "open") return <Notice tone="wait">{t("watch.offline")}</Notice>;
  return null;
}
