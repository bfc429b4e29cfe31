import { useTranslation } from "react-i18next";
import type { Body } from "#domain/kernel/actor.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { BodyChoice } from "#server/features/membership/grants.ts";

/** What a body is called: the cooperative, the board, or an assembly by its title. */
export function useBodyName(bodies: BodyChoice[]): (body: Body) => string {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  return (body) => {
    if (body === "cooperative" || body === "board") return t(`roles.bodies.${body}`);
    const title = bodies.find((choice) => choice.body === body)?.title;
    return (title && inLanguage(title, language)?.value) ?? t("roles.bodies.assembly");
  };
}
