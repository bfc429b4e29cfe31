import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProposalsOfItPart } from "#app/features/workers-assembly/proposals-of-it.tsx";
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
import { JoinAct, LeaveAct, Standing } from "./join-act.tsx";
import { Fact, LabWords, ModelWords, OpennessTag, Places, usePlaceOf } from "./lab-facts.tsx";
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
      <ProposalsOfItPart of={page.proposals} from={{ kind: "lab", id: lab.id }} />
      <About page={page} />
      {hasBegun(funnel) && <FunnelPart funnel={funnel} title={t("funnel.title")} />}
      {!rights.inside && <Meetings page={page} now={now} />}
      <Life page={page} />
      <LeaveAct lab={lab} />
    </Page>
  );
}

/** Before that, how many are interested says it all. */
const hasBegun = ({ registered, meetings }: Funnel) => registered > 1 || meetings > 0;

function State({ page: { lab, rights } }: { page: Loaded }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  return (
    <div className="stack">
      <div className="row">
        <OpennessTag lab={lab} />
        <LanguageTag language={lab.language} />
        <span className="muted">{t(`theme.${lab.theme}`)}</span>
        {rights.inside && <Standing lab={lab} />}
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

/** Folded for its people once it is open, who know: what waits for them comes first. */
function About({ page: { lab, rights } }: { page: Loaded }) {
  const { t } = useTranslation("smartlab");
  if (!rights.inside || lab.openness === "gathering") {
    return (
      <Section title={t("about.title")}>
        <AboutWords lab={lab} />
      </Section>
    );
  }
  return (
    <details className="lab-more">
      <summary>{t("about.title")}</summary>
      <AboutWords lab={lab} />
    </details>
  );
}

function AboutWords({ lab }: Pick<Loaded, "lab">) {
  const { t } = useTranslation("smartlab");
  const placeOf = usePlaceOf();
  return (
    <div className="stack">
      <p className="lab-words">
        <LabWords lab={lab}>{lab.whyNow}</LabWords>
      </p>
      <dl className="lab-facts">
        <Fact name={t("form.model")}>
          <ModelWords lab={lab} />
        </Fact>
        <Fact name={t("facts.where")}>{placeOf(lab)}</Fact>
        {lab.forWhom && (
          <Fact name={t("facts.forWhom")}>
            <LabWords lab={lab}>{lab.forWhom}</LabWords>
          </Fact>
        )}
        {lab.effort && (
          <Fact name={t("facts.effort")}>
            <LabWords lab={lab}>{lab.effort}</LabWords>
          </Fact>
        )}
        {lab.openness !== "over" && (
          <Fact name={t("facts.places")}>
            <Places lab={lab} />
          </Fact>
        )}
        <Fact name={t("form.origin")}>
          {t(`origin.${lab.origin}`)}
          {lab.originNote && (
            <>
              {" · "}
              <LabWords lab={lab}>{lab.originNote}</LabWords>
            </>
          )}
        </Fact>
        <Links lab={lab} />
      </dl>
    </div>
  );
}

/** What a lab goes on with, and where else its topic is worked on. */
function Links({ lab: { fromItem, continues = [], hub } }: Pick<Loaded, "lab">) {
  const { t } = useTranslation("smartlab");
  return (
    <>
      {fromItem && (
        <Fact name={t("facts.takesUp")}>
          <Link to={`/ledger/${fromItem.number}`}>
            <LabWords lab={fromItem}>{fromItem.title}</LabWords>
          </Link>
        </Fact>
      )}
      {continues.map((from) => (
        <Fact key={from.slug} name={t("requests.continues")}>
          <Link to={`/smartlab/${from.slug}`}>
            <LabWords lab={from}>{from.title}</LabWords>
          </Link>
        </Fact>
      ))}
      {hub && (
        <Fact name={t("hub.one")}>
          <Link to={`/smartlab/hubs/${hub.slug}`}>
            <Words of={hub.title} tagged />
          </Link>
        </Fact>
      )}
    </>
  );
}

/** Hours of meetings and hours of people are two figures. */
export function FunnelPart({ funnel, title }: { funnel: Funnel; title: string }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const hours = (minutes: number) => formatNumber(language, minutes / 60, minutes % 60 ? 1 : 0);
  return (
    <Section title={title}>
      <div className="lab-funnel">
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
      </div>
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
