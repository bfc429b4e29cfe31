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

/** The two parts of a demand, each with what changed in it. */
export function TextDiff(props: { before: DebatedText; after: DebatedText; language: string }) {
  const { before, after, language } = props;
  return (
    <div className="debate-diff stack" lang={language}>
      <p className="debate-sentence">
        <WordDiff before={before.sentence} after={after.sentence} />
      </p>
      <p>
        <WordDiff before={before.paragraph} after={after.paragraph} />
      </p>
    </div>
  );
}
