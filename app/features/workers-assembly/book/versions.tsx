import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import type { BookPage } from "#wire/workers-book.ts";

type Props = { slug: string; shown: NonNullable<BookPage["shown"]> };

/** What was published when, and what changed from one to the next. */
export function Versions({ slug, shown: { version, versions } }: Props) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  return (
    <Section id="versions" title={t("versions.title")}>
      <p className="muted small">{t("versions.how")}</p>
      <ol className="book-versions" reversed>
        {versions.map((one) => (
          <li key={one.version} value={one.version}>
            <p>
              {t("version", {
                version: one.version,
                date: formatDate(language, one.publishedOn),
              })}
              {one.version !== version.version && (
                <>
                  {" "}
                  <Link to={`/workers-assembly/${slug}/book?version=${one.version}`}>
                    {t("versions.read", { version: one.version })}
                  </Link>
                </>
              )}
            </p>
            <p className="book-prose">
              {one.version === 1 ? t("versions.first") : <Words of={one.changed} tagged />}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
