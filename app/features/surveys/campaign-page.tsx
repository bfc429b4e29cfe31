import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { CampaignPage as Loaded } from "#wire/survey-pages.ts";
import { SurveyCards, Whom } from "./surveys-page.tsx";
import "./surveys.css";

/** What a campaign says to everybody: about what, whom it asks, when, and who runs it. */
export function CampaignPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { campaign, coordinators, observers, assemblies, rights } = page;
  return (
    <Page
      kicker={<Link to="/surveys">{t("title")}</Link>}
      title={<Words of={campaign.titles} tagged />}
      lead={
        <p>
          <Words of={campaign.purpose} tagged />
        </p>
      }
      actions={
        rights.coordinate && (
          <ButtonLink to={`/surveys/campaigns/${campaign.slug}/coordinate`}>
            {t("coordinate.go")}
          </ButtonLink>
        )
      }
    >
      {rights.observes && (
        <Notice title={t("observer.title")}>
          <p>{t("observer.text")}</p>
        </Notice>
      )}
      <Section title={t("campaign.surveys")}>
        <SurveyCards surveys={campaign.surveys} />
      </Section>
      {assemblies.length > 0 && (
        <Section title={t("campaign.assemblies")}>
          <ul>
            {assemblies.map(({ slug, titles }) => (
              <li key={slug}>
                <Link to={`/workers-assembly/${slug}`}>
                  <Words of={titles} tagged />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("campaign.themes")}>
        <ol>
          {campaign.themes.map(({ id, titles }) => (
            <li key={id}>
              <Words of={titles} tagged />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("campaign.who")}>
        <p>
          <Whom campaign={campaign} />
        </p>
        {campaign.publishedOn && (
          <p className="muted">
            {t("campaign.decidedOn", { date: formatDate(language, campaign.publishedOn) })}
          </p>
        )}
        <p>{t("campaign.coordinators", { count: coordinators })}</p>
        <p>{t("campaign.observers", { count: observers })}</p>
        <p>
          <Words of={campaign.sponsor} tagged />
        </p>
        <p>{t("campaign.contact", { contact: campaign.contact })}</p>
      </Section>
      {campaign.calendar.length > 0 && (
        <Section title={t("campaign.calendar")}>
          <ul>
            {campaign.calendar.map(({ on, titles }) => (
              <li key={on}>
                {formatDate(language, on)} · <Words of={titles} tagged />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
