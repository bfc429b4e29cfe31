import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { ResultsPage as Loaded } from "#wire/survey-pages.ts";
import { ItemResult } from "./item-result.tsx";
import { ReportCard } from "./report-card.tsx";
import { WaveChange } from "./wave-change.tsx";
import "./surveys.css";

/** What a survey said, of whom, and what cannot be concluded from it. */
export function ResultsPage({ page, expert }: { page: Loaded; expert: boolean }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { survey, campaign, questionnaire, release, became, rights } = page;
  const answers = release.field.complete + release.field.partial;
  const count = (value: number) => formatNumber(language, value);
  return (
    <Page
      kicker={
        <Link to={`/surveys/campaigns/${campaign.slug}`}>
          <Words of={campaign.titles} />
        </Link>
      }
      title={<Words of={questionnaire.title} tagged />}
      lead={
        <p>
          {t(`results.sentence.${release.speaksOf}`, {
            count: answers,
            answers: count(answers),
            size: count(release.field.size),
          })}
        </p>
      }
      actions={
        <>
          <a href="#card">{t("card.title")}</a>
          {rights.coordinate && <Link to={`/surveys/${survey.slug}/field`}>{t("field.go")}</Link>}
        </>
      }
    >
      {survey.phase !== "published" && (
        <Notice tone="wait" title={t("results.unpublished.title")}>
          <p>{t("results.unpublished.text")}</p>
        </Notice>
      )}
      {release.speaksOf === "respondents" && (
        <Notice title={t("results.limits.title")}>
          <p>{t("results.limits.text")}</p>
        </Notice>
      )}
      <Section title={t("results.questions")}>
        {questionnaire.questions.map((question) => (
          <ItemResult key={question.id} question={question} page={page} expert={expert} />
        ))}
      </Section>
      {page.wave && <WaveChange wave={page.wave} questions={questionnaire.questions} />}
      <Demands page={page} />
      {Object.keys(became).length > 0 && (
        <Section id="became" title={t("results.became")}>
          <p>
            <Words of={became} tagged />
          </p>
        </Section>
      )}
      <ReportCard page={page} />
      {survey.phase === "published" && <OpenData slug={survey.slug} expert={expert} />}
    </Page>
  );
}

/** What free answers ask for, as the coordination sorted them. */
function Demands({ page: { demands, campaign, proposeIn } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  if (demands.length === 0) return null;
  return (
    <Section id="demands" title={t("demands.title")}>
      <p>{t("demands.lead")}</p>
      {campaign.themes
        .filter((theme) => demands.some((demand) => demand.theme === theme.id))
        .map((theme) => (
          <div key={theme.id} className="stack">
            <h3>
              <Words of={theme.titles} tagged />
            </h3>
            <ul className="stack">
              {demands
                .filter((demand) => demand.theme === theme.id)
                .map(({ id, text, language, answers }) => (
                  <li key={id} id={`demand-${id}`}>
                    <Words of={{ [language]: text }} tagged />{" "}
                    <span className="muted">
                      {answers === undefined
                        ? t("demands.few")
                        : t("demands.answers", { count: answers })}
                    </span>
                    {proposeIn && (
                      <>
                        {" · "}
                        <Link to={`/workers-assembly/${proposeIn}/proposals/new?demand=${id}`}>
                          {t("demands.propose")}
                          <span className="for-ears"> {text}</span>
                        </Link>
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </Section>
  );
}

function OpenData({ slug, expert }: { slug: string; expert: boolean }) {
  const { t } = useTranslation("surveys");
  return (
    <Section title={t("open.title")}>
      <p>{t("open.text")}</p>
      <p className="row">
        <a href={`/surveys/${slug}/results.csv`}>{t("open.csv")}</a>
        <a href={`/surveys/${slug}/results.json`}>{t("open.json")}</a>
      </p>
      <p>
        {expert ? (
          <Link to={`/surveys/${slug}/results`}>{t("expert.off")}</Link>
        ) : (
          <Link to={`/surveys/${slug}/results?expert=1`}>{t("expert.on")}</Link>
        )}
      </p>
    </Section>
  );
}
