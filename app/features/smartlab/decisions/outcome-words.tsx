import { useTranslation } from "react-i18next";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { VoteOutcome } from "#domain/smartlab/decisions/lab-methods.ts";

/** For, against and abstain in the reader's language, the group's own options as they wrote them. */
export function useOptionName(options: readonly string[]) {
  const { t } = useTranslation("lab-work");
  return (option: string) => options[Number(option)] ?? t(`decision.option.${option}`);
}

/** What came of a vote, in a sentence. */
export function OutcomeWords({ of, options }: { of: VoteOutcome; options: readonly string[] }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const nameOf = useOptionName(options);
  const chosen = "options" in of ? formatList(language, of.options.map(String).map(nameOf)) : "";
  return <>{t(`decision.outcome.${of.kind}`, { options: chosen })}</>;
}
