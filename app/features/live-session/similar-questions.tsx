import { useEffect, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/kernel/languages.ts";
import type { LiveSessionResults } from "#wire/live-session.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { textField } from "./form-field.ts";
import { sendCommand, useCommand } from "./use-command.ts";

type Similar = LiveSessionResults["question.similar"]["questions"];

/** Shorter than this, everything resembles everything (characters). */
const WORTH_ASKING = 14;
/** A pause in typing (ms). */
const PAUSE = 450;

type SimilarQuestionsProps = {
  assemblyId: string;
  text: string;
  form: RefObject<HTMLFormElement>;
  answer: ActAnswer | undefined;
  supports: Record<string, true>;
  /** Voices are taken now. */
  open: boolean;
  patchMine: (changes: MergePatch) => void;
};

/**
 * Published questions that say the same, shown while one writes, each with "support this one
 * instead". Without JavaScript a button of the form asks for them.
 */
export function SimilarQuestions(props: SimilarQuestionsProps) {
  const { t } = useTranslation("live-session");
  const { assemblyId, text, form, supports, open, patchMine } = props;
  const posted = postedSimilar(props.answer);
  const found = useSimilar(assemblyId, text, form) ?? posted;
  const [chosen, setChosen] = useState<number>();

  const support = async (question: Similar[number]) => {
    patchMine({ supports: { [question.id]: true } });
    const answer = await sendCommand("question.support", { questionId: question.id, on: true });
    if (answer.ok) setChosen(question.number);
    else patchMine({ supports: { [question.id]: null } });
  };

  return (
    <div className="similar">
      <noscript>
        <button
          className="button button-quiet"
          type="submit"
          name="intent"
          value="question.similar"
          formNoValidate
        >
          {t("write.similar.check")}
        </button>
      </noscript>
      <div role="status">
        {posted?.length === 0 && <p>{t("write.similar.none")}</p>}
        {found && found.length > 0 && <h3>{t("write.similar.heading")}</h3>}
        {chosen !== undefined && (
          <Notice tone="done">{t("write.similar.supported", { number: chosen })}</Notice>
        )}
      </div>
      {found && found.length > 0 && (
        <ul className="similar-list stack">
          {found.map((question) => (
            <li key={question.id} className="similar-question">
              <a href={`#question-${question.id}`}>
                {t("question.number", { number: question.number })}
              </a>
              <p lang={question.language}>{question.text}</p>
              {open && posted === undefined && !supports[question.id] && (
                <Button type="button" tone="quiet" onClick={() => void support(question)}>
                  {t("write.similar.support")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function postedSimilar(answer: ActAnswer | undefined): Similar | undefined {
  if (!answer?.ok || answer.intent !== "question.similar") return undefined;
  return (answer.result as LiveSessionResults["question.similar"]).questions;
}

/** Asks after a pause in typing; an answer that comes after newer words is let go. */
function useSimilar(
  assemblyId: string,
  text: string,
  form: RefObject<HTMLFormElement>,
): Similar | undefined {
  const { canSend } = useCommand();
  const [found, setFound] = useState<Similar>();

  useEffect(() => {
    let current = true;
    const ask = async () => {
      if (text.trim().length < WORTH_ASKING) {
        setFound(undefined);
        return;
      }
      if (!canSend() || !form.current) return;
      const language = textField(new FormData(form.current), "language") as Language;
      const answer = await sendCommand("question.similar", { assemblyId, language, text });
      if (current && answer.ok) setFound(answer.result.questions);
    };
    const pause = setTimeout(() => void ask(), PAUSE);
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [assemblyId, text, form, canSend]);

  return found;
}
