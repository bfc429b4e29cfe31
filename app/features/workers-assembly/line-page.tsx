import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatList, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type Purpose, Spine, Station } from "#app/ui/spine.tsx";
import { LINE_STEPS, type LineStep, phaseOf } from "#domain/workers-assembly/line.ts";
import type { LinePage as Loaded } from "#wire/proposal-pages.ts";
import { stepLink } from "./line-nav.tsx";
import { proposalLink } from "./proposals/card.tsx";
import { FrozenNote } from "./proposals/frozen-note.tsx";
import { Said } from "./proposals/words.tsx";
import "./line.css";

/** One workers' assembly: what is done on its line, where it stands, and what comes. */
export function LinePage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  const { head, mine, frozen, previous } = page;
  const when = [head.meetsOn && formatDate(language, head.meetsOn), head.place].filter(Boolean);
  return (
    <Page
      kicker={<Link to="/workers-assembly">{t("title")}</Link>}
      title={<Words of={head.titles} tagged />}
      lead={
        <p>
          {when.length > 0 && <>{when.join(" · ")}. </>}
          {t("line.lead")}
        </p>
      }
      actions={
        head.coordinates && (
          <>
            <ButtonLink to={`/workers-assembly/${head.slug}/organise`} tone="quiet">
              {t("organise")}
            </ButtonLink>
            <ButtonLink to={`/workers-assembly/${head.slug}/proposals/coordinate`} tone="quiet">
              {t("desk.go")}
            </ButtonLink>
          </>
        )
      }
    >
      {head.observes && (
        <Notice title={t("line.observer.title")}>
          <p>{t("line.observer.text")}</p>
        </Notice>
      )}
      {mine.asked.length > 0 && (
        <Notice tone="wait" title={t("line.asked", { count: mine.asked.length })}>
          <ul>
            {mine.asked.map((one) => (
              <li key={one.id}>
                <Link to={proposalLink(head.slug, one)}>
                  <Said in={one.language}>{one.sentence}</Said>
                </Link>
              </li>
            ))}
          </ul>
          <p>{t("line.askedHow")}</p>
        </Notice>
      )}
      {previous && (
        <Section title={t("line.before")}>
          <p>
            <Link to={`/workers-assembly/${previous.slug}`}>
              <Words of={previous.titles} tagged />
            </Link>{" "}
            · <Link to={`/workers-assembly/${head.slug}/opening`}>{t("line.state")}</Link>
          </p>
        </Section>
      )}
      <Section title={t("line.title")}>
        <Spine label={t("line.nav")}>
          {LINE_STEPS.map((step, at) => (
            <Stop key={step} step={step} position={at + 1} page={page} />
          ))}
        </Spine>
      </Section>
      {frozen && <FrozenNote slug={head.slug} frozen={frozen} />}
      <Who page={page} />
    </Page>
  );
}

const PURPOSES: Record<LineStep, Purpose> = {
  survey: "inform",
  proposals: "debate",
  ranking: "decide",
  day: "debate",
  book: "decide",
  answers: "inform",
};

function Stop({ step, position, page }: { step: LineStep; position: number; page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const { head } = page;
  const phase = phaseOf(step, head.stage);
  const link = stepLink(step, head);
  const words = t(`line.step.${step}`);
  return (
    <Station
      position={position}
      purpose={PURPOSES[step]}
      phase={phase}
      title={phase === "upcoming" && step !== "survey" ? words : <Link to={link}>{words}</Link>}
      about={step === "proposals" && t("count.proposals", { count: page.counts.proposals })}
    >
      <p className={phase === "current" ? undefined : "muted small"}>{t(`line.what.${step}`)}</p>
      {step === "survey" && <Surveys page={page} />}
      {phase === "current" && <Now step={step} page={page} />}
    </Station>
  );
}

/** The results that the line began with. */
function Surveys({ page: { surveys } }: { page: Loaded }) {
  if (surveys.length === 0) return null;
  return (
    <ul>
      {surveys.map(({ slug, titles }) => (
        <li key={slug}>
          <Link to={`/surveys/${slug}/results`}>
            <Words of={titles} tagged />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What can be done here and now. */
function Now({ step, page: { head, mine } }: { step: LineStep; page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const proposes = step === "proposals" && mine.mayTakePart;
  return (
    <div className="row">
      {proposes && (
        <ButtonLink to={`/workers-assembly/${head.slug}/proposals/new`}>
          {t("propose.go")}
        </ButtonLink>
      )}
      <ButtonLink to={stepLink(step, head)} tone={proposes ? "quiet" : "primary"}>
        {t(`line.go.${step}`)}
      </ButtonLink>
    </div>
  );
}

/** Whom it brings together, and who looks on. */
function Who({ page: { head, roll, observers, counts } }: { page: Loaded }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const languages = counts.languages.map((one) => languageName(one, reader));
  return (
    <Section title={t("line.who")}>
      <p>
        <Link to={`/surveys/campaigns/${head.campaign.slug}`}>{t("line.campaign")}</Link>
      </p>
      {roll !== undefined && <p>{t("line.roll", { count: roll })}</p>}
      <p>{t("line.observers", { count: observers })}</p>
      <p>{t("line.promise")}</p>
      {counts.cities > 0 && (
        <p className="muted">
          {t("line.from", { count: counts.cities, languages: formatList(reader, languages) })}
        </p>
      )}
    </Section>
  );
}
