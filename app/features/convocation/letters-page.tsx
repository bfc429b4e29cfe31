import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QrImage } from "#app/features/check-in/qr-image.tsx";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ConvocationLetter, LettersPage as Letters } from "#wire/convocation.ts";
import "./convocation.css";

/** Letters to print, a sheet each, in their readers' languages. */
export function LettersPage({ page }: { page: Letters }) {
  const { t } = useTranslation("convocation");
  const language = useLanguage();
  const { assembly, letters, texts } = page;
  return (
    <Page
      kicker={<Link to={`/assembly/${assembly.slug}/convocation`}>{t("title")}</Link>}
      title={t("letters.title")}
    >
      {letters.length === 0 ? (
        <EmptyState title={t("letters.none")} />
      ) : (
        <>
          <div className="row not-printed">
            <p>
              {t("letters.page", {
                page: page.page,
                pages: page.pages,
                number: formatNumber(language, page.total),
              })}
            </p>
            <PrintButton>{t("letters.printNow")}</PrintButton>
          </div>
          <ul className="convocation-letters">
            {letters.map((letter, at) => (
              <li key={at} className="convocation-letter" lang={letter.language}>
                <Letter letter={letter} text={texts[letter.language]} />
              </li>
            ))}
          </ul>
          <Pages page={page} />
        </>
      )}
    </Page>
  );
}

function Letter({ letter, text }: { letter: ConvocationLetter; text: string }) {
  const { t } = useTranslation("convocation");
  return (
    <>
      <address className="convocation-address">
        {letter.name}
        {letter.address.map((line) => (
          <span key={line}>{line}</span>
        ))}
        {letter.address.length === 0 && (
          <strong className="not-printed">{t("letters.noPostal")}</strong>
        )}
      </address>
      <div className="convocation-text">{text}</div>
      {letter.pass && (
        <div className="convocation-pass">
          <QrImage qr={letter.pass.qr} label={t("letters.qr")} />
          <p>
            {letter.pass.words}
            <br />
            <span className="small">{letter.pass.address}</span>
          </p>
        </div>
      )}
    </>
  );
}

function Pages({ page: { assembly, page, pages } }: { page: Letters }) {
  const { t } = useTranslation("convocation");
  const base = `/assembly/${assembly.slug}/convocation/letters`;
  return (
    <nav aria-label={t("letters.pages")} className="row not-printed">
      {page > 1 && <Link to={`${base}?page=${page - 1}`}>{t("letters.previous")}</Link>}
      {page < pages && <Link to={`${base}?page=${page + 1}`}>{t("letters.next")}</Link>}
    </nav>
  );
}
