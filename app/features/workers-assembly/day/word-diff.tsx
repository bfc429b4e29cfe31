import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { diffWords } from "#domain/kernel/word-diff.ts";
import type { DebatedText } from "#domain/workers-assembly/debate.ts";
import "./day.css";

/** One text as it became another: what went is struck out, what came is underlined, and both are said. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation("workers-day");
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        if (kind === "same") return <span key={at}>{text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <Mark key={at}>
            <span className="for-ears">{t(`diff.${kind}`)} </span>
            {text}
            <span className="for-ears">{t("diff.end")} </span>
          </Mark>
        );
      })}
    </>
  );
}

/** What changed in a demand: of its sentence and its paragraph the one that is not the same, or both. */
export function TextDiff(props: { before: DebatedText; after: DebatedText; language: string }) {
  const { before, after, language } = props;
  const inSentence = before.sentence !== after.sentence;
  const inParagraph = before.paragraph !== after.paragraph;
  return (
    <div className="debate-diff" lang={language}>
      {(inSentence || !inParagraph) && (
        <p className="debate-sentence">
          <WordDiff before={before.sentence} after={after.sentence} />
        </p>
      )}
      {(inParagraph || !inSentence) && (
        <p>
          <WordDiff before={before.paragraph} after={after.paragraph} />
        </p>
      )}
    </div>
  );
}
