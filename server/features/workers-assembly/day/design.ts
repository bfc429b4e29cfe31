import { translator } from "#app/i18n/server.ts";
import type { DeclaredTieRule } from "#domain/decisions/tie-declared.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { DEMAND_GRADES } from "#domain/workers-assembly/graded-demand.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { LabelledOption } from "#wire/decisions.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { FinalText } from "./texts.ts";

export type DayVoteName = WorkersDayCommands["debate.draw-up"]["vote"];

/** What an option of either vote is called: it says which proposal it is, and nothing of its text. */
export function optionOf(number: number): string {
  return proposalCode(number).toLowerCase();
}

/** The final texts as options, in every language they exist in. */
export function optionsOf(texts: readonly FinalText[]): LabelledOption[] {
  return texts.map(({ number, texts: written }) => ({
    id: optionOf(number),
    label: Object.fromEntries(
      written.map(({ language, sentence }) => [language, `${proposalCode(number)} · ${sentence}`]),
    ) as Translated,
  }));
}

/** What both votes are, as columns of a decision. */
export function designOf(vote: DayVoteName, options: number) {
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      { title: said(vote, "title")[language] ?? "", text: said(vote, "text")[language] ?? "" },
    ]),
  );
  // Equal grades share a place, and each text is adopted or not by itself: no lot is needed.
  const tieRule: DeclaredTieRule = "none";
  const common = {
    texts,
    legal_channel: "consultation",
    tie_rule: tieRule,
    seal: "server",
    may_change: true,
  } as const;
  return vote === "adoption"
    ? { ...common, method: "per-candidate" as const, rule: { seats: options, terms: [] } }
    : {
        ...common,
        method: "majority-judgment" as const,
        rule: { seats: 1, grades: DEMAND_GRADES },
      };
}

/** The title of a vote, or what it asks, in every language. */
export function said(vote: DayVoteName, part: "title" | "text"): Translated {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      translator(language).t(`workers-day:votes.${vote}.${part}`),
    ]),
  ) as Translated;
}
