import { useTranslation } from "react-i18next";
import { ONLINE } from "#domain/live-session/fair-slots.ts";
import type { QuestioningView } from "#wire/questions.ts";

/** A place as people call it: its city, or "online". */
export function usePlaceName(sites: QuestioningView["sites"]): (place: string) => string {
  const { t } = useTranslation("questions");
  return (place) => {
    const site = sites[place];
    if (place === ONLINE || !site || site.kind === "online") return t("place.online");
    return site.city || site.name;
  };
}
