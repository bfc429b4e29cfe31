import { useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { APPEAL_MAX } from "#domain/live-session/appeal.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { AppealCase } from "#wire/questions.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "../act-answer.ts";
import { ActForm } from "../act-form.tsx";
import type { LoadedRoom } from "../load-session.server.ts";
import type { SessionPlace } from "../session-place.ts";
import { SessionShell } from "../session-shell.tsx";
import { useRoom } from "../use-room.ts";
import "../console.css";
import "./questions.css";

type AppealsPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  cases: AppealCase[];
  answer: ActAnswer | undefined;
};

/** Appeals against what moderators decided, before somebody who had no hand in it. */
export function AppealsPage({ session, places, cases, answer }: AppealsPageProps) {
  const { t } = useTranslation("questions");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const waiting = cases.filter(({ appeal }) => appeal.outcome === undefined);
  const judged = cases.filter(({ appeal }) => appeal.outcome !== undefined);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <Section title={t("appeals.heading")}>
        <p className="muted">{t("appeals.intro")}</p>
        {waiting.length === 0 && <EmptyState title={t("appeals.empty")} />}
        <ul className="console-list">
          {waiting.map((one) => (
            <li key={one.id} className="console-entry">
              <Case one={one} />
            </li>
          ))}
        </ul>
      </Section>
      {judged.length > 0 && (
        <Section title={t("appeals.judged")}>
          <ul className="console-list">
            {judged.map((one) => (
              <li key={one.id} className="console-entry">
                <Case one={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SessionShell>
  );
}

function Case({ one }: { one: AppealCase }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const { appeal } = one;
  return (
    <article className="stack">
      <p className="muted">
        {t(`live-session:question.kind.${one.kind}`)} · {t(`appeals.against.${appeal.against}`)}
      </p>
      <blockquote lang={one.language}>
        <p>{one.text}</p>
      </blockquote>
      {one.refusalReason && (
        <p>{t("appeals.reason", { reason: t(`live-session:reason.${one.refusalReason}`) })}</p>
      )}
      {one.refusalNote && <p>{t("appeals.note", { note: one.refusalNote })}</p>}
      {one.into && (
        <p>
          {t("appeals.into")} <span lang={one.into.language}>{one.into.text}</span>
        </p>
      )}
      <p>
        <strong>{t("appeals.words")}</strong> {appeal.words}
      </p>
      {appeal.outcome ? (
        <Notice tone={appeal.outcome === "upheld" ? "done" : "information"}>
          <p>{t(`appeals.outcome.${appeal.outcome}`)}</p>
          {appeal.note && <p>{appeal.note}</p>}
        </Notice>
      ) : (
        <Judge one={one} />
      )}
    </article>
  );
}

function Judge({ one }: { one: AppealCase }) {
  const { t } = useTranslation("questions");
  const { revalidate } = useRevalidator();
  if (one.partial) return <Notice tone="wait">{t("appeals.partial")}</Notice>;
  return (
    <ActForm
      act="question.judge-appeal"
      fields={{ questionId: one.id }}
      label={t("appeals.send")}
      tone="primary"
      onDone={revalidate}
    >
      <Choices legend={t("appeals.decide")}>
        {(["upheld", "rejected"] as const).map((outcome) => (
          <Choice
            key={outcome}
            name="outcome"
            value={outcome}
            required
            label={t(`appeals.${outcome}.label`)}
            help={t(`appeals.${outcome}.help`)}
          />
        ))}
      </Choices>
      <TextArea
        name="note"
        label={t("appeals.because")}
        help={t("appeals.becauseHelp")}
        minLength={2}
        maxLength={APPEAL_MAX}
        rows={3}
      />
    </ActForm>
  );
}
