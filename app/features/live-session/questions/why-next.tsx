import { useTranslation } from "react-i18next";
import { ONLINE, type QueueWhy } from "#domain/live-session/fair-slots.ts";
import type { QuestioningView } from "#wire/questions.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { usePlaceName } from "./use-place-name.ts";
import "./questions.css";

type WhyNextProps = { why: QueueWhy; sites: QuestioningView["sites"] };

/** Why a question is next, in words for everybody (rules §4.5). */
export function WhyNext({ why, sites }: WhyNextProps) {
  const { t } = useTranslation("questions");
  const say = useWhy(sites);
  return (
    <span className="why-next">
      <span className="why-next-sign">{t("why.sign")}</span> {say(why)}
    </span>
  );
}

/** The sentence of a reason. */
export function useWhy(sites: QuestioningView["sites"]): (why: QueueWhy) => string {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const placeName = usePlaceName(sites);
  return (why) => {
    switch (why.rule) {
      case "support":
        return t(why.rank === 1 ? "why.first" : "why.second", { count: why.supports });
      case "language":
        return t("why.language", {
          ...why,
          language: languageName(why.language, language),
        });
      case "place":
        return why.place === ONLINE
          ? t("why.online", { ...why })
          : t("why.place", { ...why, place: placeName(why.place) });
      case "draw":
        return t(why.instead ? `why.drawInstead.${why.instead}` : "why.draw", { count: why.of });
      case "chair":
        return t("why.chair", { reason: why.reason });
      case "moderator":
        return t("why.moderator");
    }
  };
}
