import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import type { LabCard as Card } from "#wire/smartlab-pages.ts";
import { LabWords, OpennessTag, Places, usePlaceOf } from "./lab-facts.tsx";
import { Standing } from "./join-act.tsx";
import "./smartlab.css";

/** A lab as a workbench: what it wants to make, when next, what it asks and whom it is for. */
export function LabCard({ lab, level = 3 }: { lab: Card; level?: 2 | 3 }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const placeOf = usePlaceOf();
  const Title = `h${level}` as const;
  const open = lab.openness === "gathering" || lab.openness === "places" || lab.openness === "full";
  return (
    <li className={`lab-card lab-card-${lab.openness}`}>
      <div className="row">
        <OpennessTag lab={lab} />
        <LanguageTag language={lab.language} />
        <span className="muted small">{t(`theme.${lab.theme}`)}</span>
      </div>
      <Title className="lab-card-title">
        <Link to={`/smartlab/${lab.slug}`}>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </Link>
      </Title>
      <p className="lab-words">
        <LabWords lab={lab}>{lab.makes}</LabWords>
      </p>
      <dl className="lab-facts small">
        {open && (
          <>
            <dt>{t("facts.next")}</dt>
            <dd>{lab.next ? formatDateTime(language, lab.next) : t("facts.noDate")}</dd>
          </>
        )}
        <dt>{t("facts.where")}</dt>
        <dd>{placeOf(lab)}</dd>
        {lab.effort && (
          <>
            <dt>{t("facts.effort")}</dt>
            <dd>
              <LabWords lab={lab}>{lab.effort}</LabWords>
            </dd>
          </>
        )}
        {lab.forWhom && (
          <>
            <dt>{t("facts.forWhom")}</dt>
            <dd>
              <LabWords lab={lab}>{lab.forWhom}</LabWords>
            </dd>
          </>
        )}
        {open && (
          <>
            <dt>{t("facts.places")}</dt>
            <dd>
              <Places lab={lab} />
            </dd>
          </>
        )}
      </dl>
      <Standing lab={lab} />
    </li>
  );
}

/** `level`: 2 where no heading stands above them but the page's. */
export function LabCards({ labs, level = 3 }: { labs: Card[]; level?: 2 | 3 }) {
  return (
    <ul className="labs">
      {labs.map((lab) => (
        <LabCard key={lab.id} lab={lab} level={level} />
      ))}
    </ul>
  );
}
