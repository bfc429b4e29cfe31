import { useTranslation } from "react-i18next";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useAwake } from "#app/features/live-session/use-awake.ts";
import type { DebatePage } from "#wire/workers-day-pages.ts";
import { isHeld, mayAmend } from "#domain/workers-assembly/debate.ts";
import { Steps, StepTime } from "./steps.tsx";
import { useFreshDebate } from "./use-fresh-debate.ts";
import { WordDiff } from "./word-diff.tsx";
import "./day.css";

/** Without JavaScript the page is loaded again this often (s). */
const REFRESH = 10;

/**
 * The wall of the room: the step, its time, and the sentence; while it is amended, the first change
 * that waits, word by word. Nobody's name and no objection's words are on a wall.
 */
export function DebateScreen({ page, loadedAt }: { page: DebatePage; loadedAt: number }) {
  const { t } = useTranslation("workers-day");
  const { debate, versions, amendments, objections } = page;
  useFreshDebate(debate);
  useAwake();
  const last = versions.at(-1)!;
  const waiting = amendments.filter(({ state }) => state === "open");
  const shown = mayAmend(debate.step) ? waiting[0] : undefined;
  const text = shown ? (shown.onLast ?? shown) : last;
  return (
    <main className="debate-screen">
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH)} />
      </noscript>
      <header className="debate-screen-head">
        <p>
          <strong>{debate.code}</strong> · {t("text.version", { version: last.version })}
          {debate.room && ` · ${debate.room}`}
        </p>
        {isHeld(debate.step) && <StepTime debate={debate} loadedAt={loadedAt} />}
      </header>
      <Steps debate={debate} />
      <h1 lang={debate.language}>
        <WordDiff before={last.sentence} after={text.sentence} />
      </h1>
      <p className="debate-screen-text" lang={debate.language}>
        <WordDiff before={last.paragraph} after={text.paragraph} />
      </p>
      <footer className="debate-screen-foot">
        {shown && <p>{t("screen.amendment", { number: shown.number, count: waiting.length })}</p>}
        {debate.step === "objections" && (
          <p>{t("screen.objections", { count: objections.length })}</p>
        )}
        <LiveBadge quiet />
      </footer>
    </main>
  );
}
