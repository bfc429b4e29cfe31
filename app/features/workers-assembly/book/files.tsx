import { useTranslation } from "react-i18next";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { BookVersion } from "#wire/workers-book.ts";

const FORMATS = ["pdf", "json", "csv", "md"] as const;

/** The same book on paper and in open formats. */
export function Files({
  slug,
  version: { version, hash },
}: {
  slug: string;
  version: BookVersion;
}) {
  const { t } = useTranslation("workers-book");
  return (
    <Section id="files" title={t("files.title")}>
      <p className="row not-printed">
        {FORMATS.map((format) => (
          <a key={format} href={`/workers-assembly/${slug}/book.${format}?version=${version}`}>
            {t(`files.${format}`)}
          </a>
        ))}
      </p>
      <PrintButton>{t("files.print")}</PrintButton>
      <p className="muted small">{t("files.text")}</p>
      <p className="book-hash">
        <code>{hash}</code>
      </p>
    </Section>
  );
}
