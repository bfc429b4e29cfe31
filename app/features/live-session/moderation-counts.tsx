import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import { REFUSAL_REASONS } from "#domain/live-session/question.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Section } from "#app/ui/page.tsx";

/** The public account of moderation: how many were refused and why, never which. */
export function ModerationCounts({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const { refused, merged, statutoryOpen } = view.moderation;
  const given = REFUSAL_REASONS.filter((reason) => (refused[reason] ?? 0) > 0);
  return (
    <Section title={t("moderationCounts.heading")}>
      <ul>
        {given.length === 0 && <li>{t("moderationCounts.none")}</li>}
        {given.map((reason) => (
          <li key={reason}>
            {t("moderationCounts.refused", {
              count: refused[reason],
              reason: t(`reason.${reason}`),
            })}
          </li>
        ))}
        {merged > 0 && <li>{t("moderationCounts.merged", { count: merged })}</li>}
        {!isApart(view.assembly.id) && (
          <li>
            {statutoryOpen > 0
              ? t("moderationCounts.statutoryOpen", { count: statutoryOpen })
              : t("moderationCounts.statutoryNone")}
          </li>
        )}
      </ul>
    </Section>
  );
}
