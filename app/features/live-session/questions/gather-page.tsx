import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "../act-answer.ts";
import type { LoadedRoom } from "../load-session.server.ts";
import type { SessionPlace } from "../session-place.ts";
import { SessionShell } from "../session-shell.tsx";
import { useRoom } from "../use-room.ts";
import { WriteForForm } from "./write-for-form.tsx";
import "../console.css";

type GatherPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  answer: ActAnswer | undefined;
};

/** Where a rapporteur types what people said or wrote on paper at a stop of the tour. */
export function GatherPage({ session, places, answer }: GatherPageProps) {
  const { t } = useTranslation("questions");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const { phase } = view.assembly;
  const open = phase === "convened" || phase === "live";
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <Section title={t("gather.heading")}>
        <p className="muted">{t("gather.intro")}</p>
        {open ? <WriteForForm view={view} /> : <Notice>{t("gather.closed")}</Notice>}
      </Section>
    </SessionShell>
  );
}
