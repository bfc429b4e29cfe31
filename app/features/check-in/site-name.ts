import { useTranslation } from "react-i18next";
import type { SiteKind } from "#domain/programme/site.ts";

type Named = { name: string; city: string; kind: SiteKind };

/** A place as people say it: its name with its city, where that is not in the name already. */
export function useSiteName(): (site: Named) => string {
  const { t } = useTranslation("check-in");
  return ({ name, city, kind }) => {
    if (name === "") return kind === "online" ? t("wayIn.online") : city;
    return city === "" || name.includes(city) ? name : t("wayIn.at", { name, city });
  };
}
