import { LANGUAGES, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { PollKind } from "#domain/live-session/poll.ts";
import {
  FIXED_OPTIONS,
  hasOwnOptions,
  POLL_OPTIONS_MAX,
  POLL_OPTIONS_MIN,
} from "#domain/live-session/poll.ts";

export type PollOption = { id: string; label?: Translated };
export type PollDraft = { kind: PollKind; texts: Translated; options: PollOption[] };

export type WrittenPoll = { kind: PollKind } & Partial<Record<Language, string>> &
  Partial<Record<`options${Capitalize<Language>}`, string>>;

/**
 * What was typed as a poll, or undefined where it is incomplete: no text in any language, too few
 * options or too many, or not the same number of them in every language that has some.
 */
export function pollDraftOf(written: WrittenPoll): PollDraft | undefined {
  const texts: Translated = {};
  const lists: [Language, string[]][] = [];
  for (const language of LANGUAGES) {
    const text = written[language];
    if (text) texts[language] = text;
    const lines = linesOf(written[optionsKey(language)]);
    if (lines.length > 0) lists.push([language, lines]);
  }
  if (Object.keys(texts).length === 0) return undefined;
  const { kind } = written;
  if (!hasOwnOptions(kind)) {
    return { kind, texts, options: (FIXED_OPTIONS[kind] ?? []).map((id) => ({ id })) };
  }
  const count = lists[0]?.[1].length ?? 0;
  const complete = count >= POLL_OPTIONS_MIN && count <= POLL_OPTIONS_MAX;
  if (!complete || lists.some(([, lines]) => lines.length !== count)) return undefined;
  const options = Array.from({ length: count }, (_, at) => ({
    id: `o${at + 1}`,
    label: Object.fromEntries(lists.map(([language, lines]) => [language, lines[at]])),
  }));
  return { kind, texts, options };
}

function optionsKey(language: Language): `options${Capitalize<Language>}` {
  return `options${language[0]?.toUpperCase()}${language[1]}` as `options${Capitalize<Language>}`;
}

function linesOf(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().slice(0, 120))
    .filter(Boolean);
}
