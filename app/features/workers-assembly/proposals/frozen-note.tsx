import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { Frozen } from "#wire/proposal-pages.ts";

/** The list does not change any more, and anybody can check it. */
export function FrozenNote({ slug, frozen: { hash, on } }: { slug: string; frozen: Frozen }) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  return (
    <details className="fold">
      <summary>{t("frozen.on", { date: formatDate(language, on) })}</summary>
      <p>{t("frozen.how")}</p>
      <p>
        <a href={`/workers-assembly/${slug}/list.txt`}>{t("frozen.download")}</a>
      </p>
      <p>
        {t("frozen.hash")} <code className="line-hash">{hash}</code>
      </p>
    </details>
  );
}
