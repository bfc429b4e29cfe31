import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QrImage } from "#app/features/check-in/qr-image.tsx";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Page } from "#app/ui/page.tsx";
import type { LabPoster } from "#wire/smartlab-pages.ts";
import { LabWords, usePlaceOf } from "./lab-facts.tsx";
import "./smartlab.css";

/** A lab to hang on a wall: what it makes, when next, a code to scan and an address to type. */
export function PosterPage({ poster: { lab, address, qr } }: { poster: LabPoster }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const placeOf = usePlaceOf();
  return (
    <Page
      kicker={
        <Link to={`/smartlab/${lab.slug}`}>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </Link>
      }
      title={t("poster.title")}
      actions={<PrintButton>{t("poster.print")}</PrintButton>}
    >
      <article className="lab-poster">
        <h2>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </h2>
        <p>
          <LabWords lab={lab}>{lab.makes}</LabWords>
        </p>
        <p>
          <strong>
            {lab.next
              ? t("poster.next", { date: formatDateTime(language, lab.next) })
              : t("facts.noDate")}
          </strong>
          <br />
          {placeOf(lab)}
        </p>
        <QrImage qr={qr} label={t("poster.picture", { address })} />
        <p>{t("poster.join")}</p>
        <p className="lab-poster-address">{address}</p>
      </article>
    </Page>
  );
}
