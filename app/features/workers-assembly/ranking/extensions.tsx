import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { RankingVote } from "#wire/workers-ranking.ts";

/** Each time the vote was kept open longer, until when and why. */
export function Extensions({ of }: { of: Pick<RankingVote, "extensions"> }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  return of.extensions.map(({ until, at, reason }) => (
    <p key={until}>
      {t("state.extended", {
        on: formatDate(language, at),
        until: formatDateTime(language, until),
        reason,
      })}
    </p>
  ));
}
