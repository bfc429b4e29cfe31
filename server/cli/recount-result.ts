import { headline } from "#app/features/decisions/explain-report.ts";
import { namedOptions, seedOf } from "#app/features/decisions/recount/named-options.ts";
import {
  headlineInWords,
  marginInWords,
  outcomeOf,
  tieInWords,
} from "#app/features/decisions/results/explain-election.ts";
import { labelsIn } from "#app/features/decisions/results/labels-in.ts";
import type { Speaker } from "#app/features/decisions/results/speaker.ts";
import { say } from "#app/features/decisions/say.ts";
import { translator } from "#app/i18n/server.ts";
import type { Recount } from "#domain/decisions/secret/recount.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { sayOrder } from "./tally/print-report.ts";
import { printable, section } from "./tally/text.ts";

/**
 * The result in lines of text: as it was counted here, or as it was announced where it could not
 * be. Options are called what the bundle calls them.
 */
export function resultInWords(
  { report, announced, summary }: Recount,
  language: Language,
): string[] {
  const speech = translator(language);
  const { t } = speech;
  if (report?.method === "resolution") {
    return [say(speech.getFixedT(language, "decisions"), language, headline(report))];
  }
  const election = report ?? announced;
  if (!election) return [];
  const options = namedOptions(summary.definition);
  const named = labelsIn(language, options);
  const label = (option: string) => printable(named(option));
  const speaker: Speaker = { t: speech.getFixedT(language, "results"), language, label };
  const seed = seedOf(summary.tie);
  return [
    "",
    t(report ? "recount:summary.result" : "recount:announced.title"),
    `  ${headlineInWords(outcomeOf(election, options), speaker)}`,
    ...section(t("recount:command.order"), sayOrder(election.order, label)),
    ...section(t("results:tie.title"), [
      ...election.ties.map((tie) => tieInWords(tie, speaker)),
      ...(seed === undefined ? [] : [t("results:tie.seed", { seed: printable(seed) })]),
    ]),
    ...(report ? section(t("results:margin.title"), [marginInWords(report, speaker)]) : []),
  ];
}
