import { useTranslation } from "react-i18next";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "./act-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { QuestionCard } from "./question-card.tsx";
import { TranslateForm } from "./questions/translate-form.tsx";
import { RefuseForm } from "./refuse-form.tsx";
import { mergedQuestion } from "./session-lists.ts";

/** A question should not wait longer than this unread (rules §4.2). */
const LATE_AFTER_MINUTES = 3;

type ModerationCardProps = {
  question: QuestionView;
  view: SessionView;
  today: string;
  /** The server's clock (ms since epoch). */
  now: number;
  /** The first of the list carries the page's primary act. */
  first: boolean;
};

/** A question before a moderator, with everything that may be done to it from where it stands. */
export function ModerationCard({ question, view, today, now, first }: ModerationCardProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const fields = { questionId: question.id };
  const waits = question.state === "received" || question.state === "held";
  return (
    <QuestionCard
      question={question}
      agenda={view.agenda}
      sites={view.questioning.sites}
      mergedInto={mergedQuestion(view, question)}
      today={today}
    >
      {question.silent && <p className="since">{t("questions:moderation.silent")}</p>}
      {waits && (
        <Since question={question} live={view.assembly.phase === "live"} today={today} now={now} />
      )}
      {question.kind === "statutory" && <p className="protected">{t("moderation.protected")}</p>}
      {question.refusalProposed && <Notice tone="wait">{t("moderation.refusalProposed")}</Notice>}
      <div className="row moderation-acts">
        {waits && (
          <ActForm
            act="question.publish"
            fields={fields}
            label={t("moderation.publish")}
            tone={first ? "primary" : "quiet"}
            shortcut="P"
          />
        )}
        {question.state === "published" && (
          <ActForm
            act="question.queue"
            fields={{ ...fields, on: "true" }}
            label={t("moderation.queueAdd")}
            shortcut="Q"
          />
        )}
        {question.state === "received" && <Hold question={question} />}
      </div>
      <div className="row moderation-acts">
        <MergeForm question={question} view={view} />
        <RefuseForm key={String(question.refusalProposed)} question={question} />
        <TranslateForm question={question} />
      </div>
    </QuestionCard>
  );
}

type SinceProps = { question: QuestionView; live: boolean; today: string; now: number };

/**
 * How long a question has waited. It is late only while the room waits with it: what was gathered on
 * the way to this day is read before, at another pace.
 */
function Since({ question, live, today, now }: SinceProps) {
  const { t } = useTranslation("live-session");
  if (question.waitingSince === undefined) return null;
  const minutes = Math.max(0, Math.floor((now - question.waitingSince) / 60_000));
  const ofToday = dayInBrussels(new Date(question.waitingSince)) === today;
  const late = live && ofToday && minutes >= LATE_AFTER_MINUTES;
  return (
    <p className={late ? "since since-late" : "since"}>
      {t(...waited(minutes))}
      {late && <strong> · {t("moderation.late")}</strong>}
    </p>
  );
}

/** Minutes, hours or days, as somebody would say it. */
function waited(minutes: number): [string, { count: number }] {
  if (minutes < 1) return ["moderation.sinceNow", { count: 0 }];
  if (minutes < 60) return ["moderation.since", { count: minutes }];
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? ["moderation.sinceHours", { count: hours }]
    : ["moderation.sinceDays", { count: Math.floor(hours / 24) }];
}

/** Nobody lets a statutory question lie without saying why. */
function Hold({ question }: { question: QuestionView }) {
  const { t } = useTranslation("live-session");
  const fields = { questionId: question.id };
  if (question.kind !== "statutory") {
    return (
      <ActForm
        act="question.hold"
        fields={{ ...fields, note: "" }}
        label={t("moderation.hold")}
        shortcut="H"
      />
    );
  }
  return (
    <Confirm label={t("moderation.hold")} why={t("moderation.holdWhy")}>
      <ActForm act="question.hold" fields={fields} label={t("moderation.hold")}>
        <TextArea name="note" label={t("moderation.holdReason")} maxLength={300} rows={2} />
      </ActForm>
    </Confirm>
  );
}
