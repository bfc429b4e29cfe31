import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { CampaignCard, SurveyCard, SurveysPage as Loaded } from "#wire/survey-pages.ts";
import "./surveys.css";

/** Campaigns and their surveys: what is asked now, and what was said before. */
export function SurveysPage({ page: { campaigns, mayCreate, next } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  return (
    <Page
      title={t("title")}
      lead={<p>{t("lead")}</p>}
      actions={
        mayCreate && (
          <ButtonLink to="/surveys/new" tone="quiet">
            {t("campaign.new")}
          </ButtonLink>
        )
      }
    >
      {campaigns.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>
      ) : (
        <ul className="campaigns">
          {campaigns.map((campaign) => (
            <CampaignEntry key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
      {next && (
        <p>
          <Link to={`/surveys?before=${next}`}>{t("earlier")}</Link>
        </p>
      )}
    </Page>
  );
}

function CampaignEntry({ campaign }: { campaign: CampaignCard }) {
  const { t } = useTranslation("surveys");
  const { slug, titles, themes, surveys, publishedOn } = campaign;
  return (
    <li className="stack">
      <h2>
        <Link to={`/surveys/campaigns/${slug}`}>
          <Words of={titles} tagged />
        </Link>
      </h2>
      {!publishedOn && <Tag tone="ochre">{t("campaign.draft")}</Tag>}
      <p className="muted">
        <Whom campaign={campaign} />
      </p>
      <p>
        {themes.map((theme, at) => (
          <span key={theme.id}>
            {at > 0 && " · "}
            <Words of={theme.titles} />
          </span>
        ))}
      </p>
      <SurveyCards surveys={surveys} />
    </li>
  );
}

/** Who is asked, in words. */
export function Whom({
  campaign: { electorate, offices },
}: {
  campaign: Pick<CampaignCard, "electorate" | "offices">;
}) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const who = t(`campaign.electorate.${electorate}`);
  if (offices.length === 0) return <>{who}</>;
  return <>{t("campaign.inOffices", { who, offices: formatList(language, offices) })}</>;
}

/** `runs`: for who coordinates, the way to follow each of them. */
export function SurveyCards({
  surveys,
  runs = false,
}: {
  surveys: readonly SurveyCard[];
  runs?: boolean;
}) {
  const { t } = useTranslation("surveys");
  if (surveys.length === 0) return <p className="muted">{t("campaign.noSurvey")}</p>;
  return (
    <ul className="survey-cards">
      {surveys.map((survey) => (
        <SurveyEntry key={survey.id} survey={survey} runs={runs} />
      ))}
    </ul>
  );
}

const TONES: Record<SurveyCard["phase"], TagTone> = {
  draft: "ochre",
  open: "canopy",
  closed: "plain",
  published: "lake",
};

function SurveyEntry({ survey, runs }: { survey: SurveyCard; runs: boolean }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { slug, titles, phase, closesAt, mine } = survey;
  const when = closesAt === undefined ? "" : formatDateTime(language, closesAt);
  return (
    <li className="survey-card">
      <p className="row">
        <Tag tone={TONES[phase]}>{t(`phase.${phase}`)}</Tag>
        {mine === "answered" && <Tag shape="circle">{t("answered.tag")}</Tag>}
      </p>
      <p className="survey-card-title">
        <Words of={titles} tagged />
      </p>
      {phase === "open" && <p className="muted">{t("until", { when })}</p>}
      {phase === "draft" && <Link to={`/surveys/${slug}/design`}>{t("design.go")}</Link>}
      {phase === "open" && (
        <Link to={`/surveys/${slug}`}>{t(mine === "asked" ? "answer.go" : "answer.see")}</Link>
      )}
      {runs && phase !== "draft" && <Link to={`/surveys/${slug}/field`}>{t("field.go")}</Link>}
      {phase === "closed" && !runs && <p className="muted">{t("closedSoon")}</p>}
      {phase === "published" && <Link to={`/surveys/${slug}/results`}>{t("results.go")}</Link>}
    </li>
  );
}
