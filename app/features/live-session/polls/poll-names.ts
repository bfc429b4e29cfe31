import { useTranslation } from "react-i18next";
import type { PollView } from "#wire/polls.ts";
import { useWords } from "../use-words.ts";

/** How the options of a poll are called: as somebody wrote them, or by the interface. */
export function usePollNames() {
  const { t } = useTranslation("polls");
  const words = useWords();
  return (poll: Pick<PollView, "kind">, option: PollView["options"][number]): string =>
    option.label ? words(option.label) : t(`option.${poll.kind}.${option.id}`);
}
