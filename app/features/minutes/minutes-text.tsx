import type { ReactNode } from "react";
import type { MinutedVote as Vote, MinutesDocument, SectionKey } from "#domain/minutes/document.ts";
import { Section } from "#app/ui/page.tsx";
import { MinutedVote } from "./minuted-vote.tsx";

type MinutesTextProps = {
  document: MinutesDocument;
  /** What stands under a section's text: its form, in a draft. */
  under?: (key: SectionKey) => ReactNode;
};

/** Minutes as they are read: words in their language, and under each item its votes. */
export function MinutesText({ document, under }: MinutesTextProps) {
  const { language, sections, record } = document;
  return (
    <>
      {sections.map(({ key, title, text }) => (
        <Section key={key} title={<span lang={language}>{title}</span>}>
          <Paragraphs text={text} language={language} />
          {under?.(key)}
          {votesOf(record, key).map((vote) => (
            <MinutedVote
              key={vote.decisionId}
              vote={vote}
              language={language}
              authoritative={record.assembly.authoritativeLanguages}
            />
          ))}
        </Section>
      ))}
    </>
  );
}

function votesOf(record: MinutesDocument["record"], key: SectionKey): Vote[] {
  if (key === "loose") return record.loose.votes;
  return record.items.find(({ id }) => key === `item:${id}`)?.votes ?? [];
}

/** Text as it was written: an empty line ends a paragraph, a line ends a line. */
export function Paragraphs({ text, language }: { text: string; language?: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, at) => (
          <p key={at} lang={language} className="minutes-paragraph">
            {paragraph}
          </p>
        ))}
    </>
  );
}
