import type { ReactNode } from "react";
import { LanguageTag } from "./language-tag.tsx";
import "./speech-arc.css";

/** waiting: not yet seen or owed; open: on its way; now: being asked; done: ended; late: overdue. */
export type SpeechTone = "waiting" | "open" | "now" | "done" | "late";

/**
 * A question: somebody's words under an arc of speech, with its number, its language, where it
 * stands in its life and who owes the answer.
 */
export function SpeechArc({
  id,
  number,
  label,
  language,
  languageLabel,
  state,
  tone = "open",
  about,
  text,
  owes,
  children,
}: {
  id?: string;
  number?: number;
  /** What the number says aloud: « Question 12 ». */
  label: string;
  language: string;
  /** In words, where it is not the reader's language. */
  languageLabel?: string;
  state: ReactNode;
  tone?: SpeechTone;
  /** Short facts: kind, agenda item, asker. */
  about?: ReactNode;
  text: string;
  /** Who owes the answer, and by when. */
  owes?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article id={id} className={`speech speech-${tone}`} aria-label={label}>
      <svg className="speech-tail" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M1.5 0v17.5L17 0" />
      </svg>
      <p className="speech-head">
        {number !== undefined && (
          <span className="speech-number" aria-hidden="true">
            {number}
          </span>
        )}
        <span className="for-ears">{label}. </span>
        <span className="speech-state">{state}</span>
        {languageLabel && (
          <span className="speech-language">
            <LanguageTag language={language} /> <span className="muted">{languageLabel}</span>
          </span>
        )}
      </p>
      <blockquote className="speech-text" lang={language}>
        <p>{text}</p>
      </blockquote>
      {about && <p className="speech-about">{about}</p>}
      {owes && <p className="speech-owes">{owes}</p>}
      {children && <div className="speech-more stack">{children}</div>}
    </article>
  );
}
