import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { heardSites } from "./stream-desk.tsx";
import "./stage.css";

/** On a phone the chair's desk is long: the ways down to its parts, under the act that comes next. */
export function StageJumps({ view }: { view: SessionView }) {
  const { t } = useTranslation(["stage", "live-session", "floor", "polls"]);
  if (view.assembly.phase !== "live") return null;
  return (
    <nav className="stage-jumps" aria-label={t("jumps.label")}>
      <a href="#votes">{t("live-session:chair.votes")}</a>
      <a href="#questions">{t("live-session:chair.questions.heading")}</a>
      <a href="#floor">{t("floor:heading")}</a>
      <a href="#polls">{t("polls:heading")}</a>
      <a href="#screens">{t("screens.heading")}</a>
      <a href="#notices">{t("notices.heading")}</a>
      <a href="#incidents">{t("incidents.heading")}</a>
      {heardSites(view).length > 0 && <a href="#stream">{t("stream.heading")}</a>}
      <a href="#agenda">{t("live-session:agenda.heading")}</a>
    </nav>
  );
}
