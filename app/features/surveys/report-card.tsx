import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatList, formatPercent, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { contactRate } from "#domain/surveys/report-card.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { Whom } from "./surveys-page.tsx";
import { useShares } from "./use-shares.ts";

/** What every result is read with (AAPOR; rules 6.1). */
export function ReportCard({ page }: { page: ResultsPage }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { count } = useShares();
  const { survey, campaign, languages, versions, release } = page;
  const { field, rate, mode } = release;
  const reached = contactRate(field);
  const day = (iso: string) => formatDate(language, iso);
  const percentOf = (part: number, of: number) => formatPercent(language, part, of, 1);
  return (
    <Section id="card" title={t("card.title")}>
      <dl className="report-card">
        <Fact label={t("card.sponsor")}>
          <Words of={campaign.sponsor} tagged />
        </Fact>
        <Fact label={t("card.purpose")}>
          <Words of={campaign.purpose} tagged /> {t("card.noReuse")}
        </Fact>
        <Fact label={t("card.population")}>
          <Whom campaign={campaign} />
        </Fact>
        <Fact label={t("card.frame")}>
          {t(`card.mode.${mode}`, {
            size: count(field.size),
            of: count(field.of),
            date: day(survey.launchedOn),
          })}
        </Fact>
        <Fact label={t("card.dates")}>
          {t("card.fromTo", { from: day(survey.launchedOn), to: day(survey.closedOn) })}
        </Fact>
        <Fact label={t("card.languages")}>
          {formatList(
            language,
            languages.map((one) => languageName(one, language)),
          )}
          {" · "}
          {t("card.versions", { count: versions })}
        </Fact>
        <Fact label={t("card.reached")}>
          {t("card.reachedText", { asked: count(field.asked), bounced: count(field.bounced) })}
          {reached && ` ${t("card.contactRate", { rate: percentOf(reached.part, reached.of) })}`}
        </Fact>
        <Fact label={t("card.answers")}>
          {t("card.answersText", {
            complete: count(field.complete),
            partial: count(field.partial),
          })}
        </Fact>
        <Fact label={t("card.rate")}>
          {rate
            ? t("card.rateText", {
                rate: percentOf(rate.part, rate.of),
                part: count(rate.part),
                of: count(rate.of),
              })
            : t("card.rateUnknown")}
        </Fact>
        <Fact label={t("card.weighting")}>
          <Weighting page={page} />
        </Fact>
        <Fact label={t("card.hiding")}>
          {t("card.hidingText", { count: release.sensitive ? 10 : 5 })}
        </Fact>
        <Fact label={t("card.gaps")}>
          {t(release.speaksOf === "population" ? "card.gapsPopulation" : "card.gapsText")}
        </Fact>
        <Fact label={t("card.contact")}>{campaign.contact}</Fact>
      </dl>
    </Section>
  );
}

function Weighting({ page: { release } }: { page: ResultsPage }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { decimal } = useShares();
  const { weighting } = release;
  if ("refused" in weighting) return <>{t(`card.noWeights.${weighting.refused}`)}</>;
  return (
    <>
      {t("card.weights", {
        margins: formatList(
          language,
          weighting.margins.map((margin) => t(`margin.${margin}`)),
        ),
        effective: decimal(weighting.effective),
        deff: decimal(weighting.deff),
      })}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
