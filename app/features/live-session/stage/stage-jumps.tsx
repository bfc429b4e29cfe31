import type { ReactNode } from "react";
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
      <Jump to="votes">{t("live-session:chair.votes")}</Jump>
      <Jump to="questions">{t("live-session:chair.questions.heading")}</Jump>
      <Jump to="floor">{t("floor:heading")}</Jump>
      <Jump to="polls">{t("polls:heading")}</Jump>
      <Jump to="screens">{t("screens.heading")}</Jump>
      <Jump to="notices">{t("notices.heading")}</Jump>
      <Jump to="incidents">{t("incidents.heading")}</Jump>
      {heardSites(view).length > 0 && <Jump to="stream">{t("stream.heading")}</Jump>}
      <Jump to="agenda">{t("live-session:agenda.heading")}</Jump>
    </nav>
  );
}

/** What is folded opens on the way. */
function Jump({ to, children }: { to: string; children: ReactNode }) {
  const unfold = () => {
    const part = document.getElementById(to);
    if (part instanceof HTMLDetailsElement) part.open = true;
  };
  return (
    <a href={`#${to}`} onClick={unfold}>
      {children}
    </a>
  );
}
