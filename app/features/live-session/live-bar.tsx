import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { openVotes } from "./session-lists.ts";
import "./live-bar.css";

/** On a phone, what one comes for is a tap away wherever one reads. */
export function LiveBar({ view, mine }: { view: SessionView; mine: MySessionView }) {
  const { t } = useTranslation("live-session");
  const { id, phase, slug } = view.assembly;
  if (phase === "closed" || phase === "prepared") return null;
  const votes = openVotes(view).length > 0;
  const speaks = phase === "live" && mine.present;
  return (
    <nav className="live-bar" aria-label={t("bar.label")}>
      <a href={speaks ? "#hand" : "#door"}>{t(speaks ? "bar.hand" : "bar.door")}</a>
      <a href="#write">{t("bar.question")}</a>
      <a href={votes ? "#vote" : "#results"} className={votes ? "live-bar-open" : undefined}>
        {t(votes ? "bar.voteOpen" : "bar.vote")}
      </a>
      <a href={isApart(id) ? "#agenda" : `/assembly/${slug}/programme`}>{t("bar.programme")}</a>
    </nav>
  );
}
