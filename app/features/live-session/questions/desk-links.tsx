import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";

/** From a moderator's desk to what belongs to it. */
export function DeskLinks({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { slug } = view.assembly;
  const { waiting } = view.questioning.appeals;
  return (
    <ul>
      <li>
        <Link to={`/live-session/${slug}/appeals`}>
          {waiting > 0 ? t("desk.appeals", { count: waiting }) : t("desk.noAppeals")}
        </Link>
      </li>
      <li>
        <Link to={`/live-session/${slug}/gather`}>{t("desk.gather")}</Link>
      </li>
      <li>
        <Link to={`/live-session/${slug}/journal`}>{t("desk.journal")}</Link>
      </li>
      <li>
        <Link to={`/assembly/${slug}/questions`}>{t("desk.account")}</Link>
      </li>
    </ul>
  );
}
