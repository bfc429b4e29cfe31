import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import type { Funnel } from "#domain/smartlab/meeting.ts";
import type { LabPage as Loaded } from "#wire/smartlab-pages.ts";
import { HandOnAgain, Requests } from "./hand-off.tsx";
import { HealthNotice } from "./health-notice.tsx";
import { JoinAct, LeaveAct } from "./join-act.tsx";
import { LabWords, ModelWords, OpennessTag, Places, usePlaceOf } from "./lab-facts.tsx";
import { LabInside } from "./lab-inside.tsx";
import { Meetings } from "./meetings.tsx";
import { MadePart } from "./made-part.tsx";
import { SupportPart } from "./support-part.tsx";
import "./smartlab.css";

type Props = { page: Loaded; now: number };

/** A lab: its public face, and for its people the workbench. */
export function LabPage({ page, now }: Props) {
  const { t } = useTranslation("smartlab");
  const { lab, funnel, rights } = page;
  return (
    <Page
      kicker={<Link to="/smartlab">{t("title")}</Link>}
      title={<LabWords lab={lab}>{lab.title}</LabWords>}
      lead={
        <p>
          <LabWords lab={lab}>{lab.makes}</LabWords>
        </p>
      }
      actions={
        <>
          {rights.lead && lab.openness !== "over" && (
            <ButtonLink to={`/smartlab/${lab.slug}/lead`} tone="quiet">
              {t("lead.title")}
            </ButtonLink>
          )}
          {lab.openness !== "over" && (
            <ButtonLink to={`/smartlab/${lab.slug}/poster`} tone="quiet">
              {t("poster.title")}
            </ButtonLink>
          )}
        </>
      }
    >
      <State page={page} />
      {lab.outcome && <MadePart lab={lab} outcome={lab.outcome} />}
      <HandOnAgain page={page} />
      <JoinAct lab={lab} signedIn={rights.signedIn} />
      <HealthNotice page={page} />
      <Requests page={page} />
      {rights.support && <SupportPart page={page} />}
      {rights.inside && <LabInside page={page} now={now} />}
      <About page={page} />
      <FunnelPart funnel={funnel} />
      {!rights.inside && <Meetings page={page} now={now} />}
      <Life page={page} />
      <LeaveAct lab={lab} />
    </Page>
  );
}

function State({ page: { lab } }: { page: Loaded }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  return (
    <div className="stack">
      <div className="row">
        <OpennessTag lab={lab} />
        <LanguageTag language={lab.language} />
        <span className="muted">{t(`theme.${lab.theme}`)}</span>
      </div>
      {lab.state === "paused" && lab.pausedUntil && (
        <Notice
          tone="wait"
          title={t("paused.title", { date: formatDate(language, lab.pausedUntil) })}
        >
          <p>
            <LabWords lab={lab}>{lab.pauseReason}</LabWords>
          </p>
        </Notice>
      )}
      {lab.dropReason && (
        <Notice title={t("dropped.title")}>
          <p>
            <LabWords lab={lab}>{lab.dropReason}</LabWords>
          </p>
        </Notice>
      )}
    </div>
  );
}

function About({ page: { lab } }: { page: Loaded }) {
  const { t } = useTranslation("smartlab");
  const placeOf = usePlaceOf();
  return (
    <Section title={t("about.title")}>
      <p className="lab-words">
        <LabWords lab={lab}>{lab.whyNow}</LabWords>
      </p>
      <dl className="lab-facts">
        <dt>{t("form.model")}</dt>
        <dd>
          <ModelWords lab={lab} />
        </dd>
        <dt>{t("facts.where")}</dt>
        <dd>{placeOf(lab)}</dd>
        {lab.forWhom && (
          <>
            <dt>{t("facts.forWhom")}</dt>
            <dd>
              <LabWords lab={lab}>{lab.forWhom}</LabWords>
            </dd>
          </>
        )}
        {lab.effort && (
          <>
            <dt>{t("facts.effort")}</dt>
            <dd>
              <LabWords lab={lab}>{lab.effort}</LabWords>
            </dd>
          </>
        )}
        {lab.openness !== "over" && (
          <>
            <dt>{t("facts.places")}</dt>
            <dd>
              <Places lab={lab} />
            </dd>
          </>
        )}
        <dt>{t("form.origin")}</dt>
        <dd>
          {t(`origin.${lab.origin}`)}
          {lab.originNote && (
            <>
              {" · "}
              <LabWords lab={lab}>{lab.originNote}</LabWords>
            </>
          )}
        </dd>
        {lab.fromItem && (
          <>
            <dt>{t("facts.takesUp")}</dt>
            <dd>
              <Link to={`/ledger/${lab.fromItem.number}`}>
                <LabWords lab={lab.fromItem}>{lab.fromItem.title}</LabWords>
              </Link>
            </dd>
          </>
        )}
        {lab.continues && (
          <>
            <dt>{t("requests.continues")}</dt>
            {lab.continues.map((from) => (
              <dd key={from.slug}>
                <Link to={`/smartlab/${from.slug}`}>
                  <LabWords lab={from}>{from.title}</LabWords>
                </Link>
              </dd>
            ))}
          </>
        )}
        {lab.hub && (
          <>
            <dt>{t("hub.one")}</dt>
            <dd>
              <Link to={`/smartlab/hubs/${lab.hub.slug}`}>
                <Words of={lab.hub.title} tagged />
              </Link>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

/** Hours of meetings and hours of people are two figures. */
export function FunnelPart({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const hours = (minutes: number) => formatNumber(language, minutes / 60, minutes % 60 ? 1 : 0);
  return (
    <Section title={t("funnel.title")}>
      <Stats>
        <Stat value={formatNumber(language, funnel.interested)} label={t("funnel.interested")} />
        <Stat value={formatNumber(language, funnel.registered)} label={t("funnel.registered")} />
        <Stat
          value={formatNumber(language, funnel.met)}
          label={t("funnel.met")}
          of={t("funnel.meetings", { count: funnel.meetings })}
        />
        <Stat value={hours(funnel.sessionMinutes)} label={t("funnel.sessionHours")} />
        <Stat value={hours(funnel.personMinutes)} label={t("funnel.personHours")} />
      </Stats>
      <p className="muted small">{t("funnel.how")}</p>
    </Section>
  );
}

function Life({ page: { moves } }: { page: Loaded }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  return (
    <details className="lab-more">
      <summary>{t("life.title")}</summary>
      <ol className="lab-moves">
        {moves.map(({ event, at, reason }) => (
          <li key={`${event}${at}`}>
            <time dateTime={new Date(at).toISOString()}>{formatDate(language, at)}</time>{" "}
            {t(`life.${event}`)}
            {reason && ` – ${reason}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
