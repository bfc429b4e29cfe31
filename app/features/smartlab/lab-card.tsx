import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import type { LabCard as Card } from "#wire/smartlab-pages.ts";
import { Fact, LabWords, OpennessTag, Places, usePlaceOf } from "./lab-facts.tsx";
import { Standing } from "./join-act.tsx";
import "./smartlab.css";

type Look = {
  /** Of its heading: 2 where none stands above but the page's. */
  level?: 2 | 3;
  /** Where and when alone: beside other things that the page is about. */
  brief?: boolean;
};

/** A lab as a workbench: what it wants to make, when next, what it asks and whom it is for. */
export function LabCard({ lab, level = 3, brief = false }: { lab: Card } & Look) {
  const Title = `h${level}` as const;
  return (
    <li className={`lab-card lab-card-${lab.openness}`}>
      <div className="row">
        <OpennessTag lab={lab} />
        <LanguageTag language={lab.language} />
      </div>
      <Title className="lab-card-title">
        <Link to={`/smartlab/${lab.slug}`}>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </Link>
      </Title>
      {!brief && (
        <p className="lab-words">
          <LabWords lab={lab}>{lab.makes}</LabWords>
        </p>
      )}
      <Facts lab={lab} brief={brief} />
      <Standing lab={lab} />
    </li>
  );
}

/** What speaks for itself has its name for ears alone: a phone shows several labs at once. */
function Facts({ lab, brief }: { lab: Card; brief: boolean }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const placeOf = usePlaceOf();
  const open = lab.openness === "gathering" || lab.openness === "places" || lab.openness === "full";
  const when = lab.next ? formatDateTime(language, lab.next) : t("facts.noDate");
  return (
    <dl className="lab-facts small">
      <Fact name={t(open ? "facts.nextWhere" : "facts.where")} forEars>
        {open ? `${when} · ${placeOf(lab)}` : placeOf(lab)}
      </Fact>
      {lab.effort && !brief && (
        <Fact name={t("facts.effort")} forEars>
          <LabWords lab={lab}>{lab.effort}</LabWords>
        </Fact>
      )}
      {lab.forWhom && !brief && (
        <Fact name={t("facts.forWhom")}>
          <LabWords lab={lab}>{lab.forWhom}</LabWords>
        </Fact>
      )}
      {open && (
        <Fact name={t("facts.places")} forEars>
          <Places lab={lab} />
        </Fact>
      )}
      {!brief && (
        <Fact name={t("find.theme")} forEars>
          <span className="muted">{t(`theme.${lab.theme}`)}</span>
        </Fact>
      )}
    </dl>
  );
}

export function LabCards({ labs, ...look }: { labs: Card[] } & Look) {
  return (
    <ul className="labs">
      {labs.map((lab) => (
        <LabCard key={lab.id} lab={lab} {...look} />
      ))}
    </ul>
  );
}
