import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import type { LabCatchUp } from "#wire/lab-work.ts";
import type { MeetingView } from "#wire/smartlab-pages.ts";
import { OutcomeWords } from "../decisions/outcome-words.tsx";
import { LabWords } from "../lab-facts.tsx";
import "./lab-work.css";

type Lab = Parameters<typeof LabWords>[0]["lab"] & { slug: string };
type Props = { lab: Lab; of: LabCatchUp; latest: MeetingView | undefined };

/** What was decided: unfolded for who comes later, the last meeting alone for who was there. */
export function CatchUp({ lab, of, latest }: Props) {
  const { t } = useTranslation("lab-work");
  const { newcomer, decisions, minutes, charter } = of;
  const base = `/smartlab/${lab.slug}`;
  if (!latest && decisions.length + minutes.length === 0 && !charter) return null;
  const more = (
    <>
      {decisions.length > 0 && <Decisions lab={lab} of={decisions} />}
      <ul className="lab-links">
        {minutes.map(({ id, title }) => (
          <li key={id}>
            <Link to={`${base}/minutes/${id}`}>
              <LabWords lab={lab}>{title}</LabWords>
            </Link>
          </li>
        ))}
        <li>
          <Link to={`${base}/decisions`}>{t("decision.all")}</Link>
        </li>
      </ul>
    </>
  );
  return (
    <Section title={t(newcomer ? "catchUp.newcomer" : "catchUp.title")}>
      {newcomer && <p>{t("catchUp.welcome")}</p>}
      {newcomer && charter && !charter.agreed && (
        <p>
          <Link to={`${base}/charter`}>{t("catchUp.charter")}</Link>
        </p>
      )}
      {latest && (
        <>
          <p className="muted small">
            <Hours of={latest} dated />
          </p>
          <p className="lab-words">
            <LabWords lab={lab}>{latest.gist}</LabWords>
          </p>
        </>
      )}
      {newcomer ? (
        more
      ) : (
        <details className="lab-more">
          <summary>{t("catchUp.more")}</summary>
          {more}
        </details>
      )}
    </Section>
  );
}

function Decisions({ lab, of }: { lab: Lab; of: LabCatchUp["decisions"] }) {
  const language = useLanguage();
  return (
    <ul className="lab-pieces">
      {of.map(({ id, title, at, text, options, outcome }) => (
        <li key={id} className="lab-piece">
          <Link to={`/smartlab/${lab.slug}/decisions/${id}`}>
            <LabWords lab={lab}>{title}</LabWords>
          </Link>
          <p className="muted small">{formatDate(language, new Date(at), "long")}</p>
          <p className="lab-text">
            {outcome ? (
              <OutcomeWords of={outcome} options={options} />
            ) : (
              <LabWords lab={lab}>{text}</LabWords>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
