import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { REHEARSAL_MEMBERS } from "#domain/live-session/rehearsal.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { RehearsalView } from "#wire/rehearsal.ts";
import { usePolling } from "#app/features/membership/use-polling.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import type { LoadedRoom } from "../load-session.server.ts";
import type { SessionPlace } from "../session-place.ts";
import { SessionShell } from "../session-shell.tsx";
import { useRoom } from "../use-room.ts";
import { ReportOfRehearsal } from "./report.tsx";

const LOOK_EVERY_MS = 2_000;

type RehearsalPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  rehearsals: RehearsalView[];
  refusal: Refusal | undefined;
};

/** Where organisers have invented members play a copy of the session, and read what came of it. */
export function RehearsalPage({ session, places, rehearsals, refusal }: RehearsalPageProps) {
  const { t } = useTranslation("rehearsal");
  const room = useRoom(session.room, session);
  const [latest, ...earlier] = rehearsals;
  const underway = latest?.state === "waiting" || latest?.state === "running";
  usePolling(underway, LOOK_EVERY_MS);
  const { least, usual, mostFromPage } = REHEARSAL_MEMBERS;
  return (
    <SessionShell view={room.view} places={places} refusal={refusal ?? room.refusal}>
      <Section title={t("title")}>
        <p>{t("lead")}</p>
        <p className="muted">{t("safe")}</p>
        {!underway && (
          <Form method="post" className="stack">
            <Field
              label={t("members")}
              help={t("membersHelp", { least, most: mostFromPage })}
              name="members"
              type="number"
              inputMode="numeric"
              min={least}
              max={mostFromPage}
              defaultValue={usual}
            />
            <Button>{t("start")}</Button>
          </Form>
        )}
        <div aria-live="polite">{latest && <Standing rehearsal={latest} />}</div>
      </Section>
      {latest?.report && <ReportOfRehearsal report={latest.report} />}
      {earlier.length > 0 && <Earlier rehearsals={earlier} />}
    </SessionShell>
  );
}

function Standing({
  rehearsal: { state, progress, members, askedAt, report },
}: {
  rehearsal: RehearsalView;
}) {
  const { t } = useTranslation("rehearsal");
  const language = useLanguage();
  if (state === "waiting" || state === "running") {
    return (
      <Progress
        label={t("underway", { count: members })}
        value={progress}
        max={100}
        words={t(state === "waiting" ? "waits" : "progress", { done: progress })}
      />
    );
  }
  const time = formatDateTime(language, askedAt);
  if (state === "failed") {
    return (
      <Notice tone="stop" title={t("failed.title")}>
        <p>{t("failed.text", { time })}</p>
      </Notice>
    );
  }
  const broke = (report?.broken.length ?? 0) > 0;
  return (
    <Notice tone={broke ? "stop" : "done"} title={t(broke ? "done.broken" : "done.whole")}>
      <p>{t("done.text", { time, count: members })}</p>
    </Notice>
  );
}

function Earlier({ rehearsals }: { rehearsals: RehearsalView[] }) {
  const { t } = useTranslation("rehearsal");
  const language = useLanguage();
  return (
    <Section title={t("earlier")}>
      <ul>
        {rehearsals.map(({ id, members, askedAt, state, report }) => {
          const whole = report && report.broken.length === 0;
          const outcome =
            state === "failed" ? "failed.title" : whole ? "done.whole" : "done.broken";
          return (
            <li key={id}>
              {formatDateTime(language, askedAt)} · {t("people", { count: members })} · {t(outcome)}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
