import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { AnswerState } from "#domain/smartlab/answer.ts";
import type { HubEntry, HubPage as Loaded } from "#wire/smartlab-pages.ts";
import { HubForms, ReviewAct } from "./hub-forms.tsx";
import { LabCards } from "./lab-card.tsx";
import { LabWords } from "./lab-facts.tsx";
import "./smartlab.css";

/** Several groups on one topic: what holds, what happened and changed, who works on it. */
export function HubPage({ page, today }: { page: Loaded; today: string }) {
  const { t } = useTranslation("smartlab");
  const { hub, labs, entries, rights } = page;
  const answers = inOrder(entries.filter(({ answer }) => answer && answer !== "replaced"));
  const olds = entries.filter(({ answer }) => answer === "replaced");
  const line = entries.filter(({ kind }) => kind !== "answer");
  return (
    <Page
      kicker={<Link to="/smartlab">{t("title")}</Link>}
      title={<Words of={hub.title} tagged />}
      lead={
        <p>
          <Words of={hub.summary} tagged />
        </p>
      }
    >
      <Section title={t("hub.answers")}>
        <p className="muted small">{t("hub.answersHow")}</p>
        {answers.length === 0 && <p className="muted">{t("hub.noAnswers")}</p>}
        <Entries entries={answers} review={rights.review} today={today} />
        {olds.length > 0 && (
          <details className="lab-more">
            <summary>{t("hub.olds", { count: olds.length })}</summary>
            <Entries entries={olds} review={false} today={today} />
          </details>
        )}
      </Section>
      <Section title={t("hub.line")}>
        {line.length === 0 && <p className="muted">{t("hub.noLine")}</p>}
        <Entries entries={line} review={false} today={today} />
      </Section>
      <Section title={t("hub.labs", { count: labs.length })}>
        <LabCards labs={labs} brief />
      </Section>
      {rights.write && <HubForms page={page} today={today} />}
    </Page>
  );
}

const ORDER: readonly AnswerState[] = ["holds", "ending", "expired", "unchecked"];

/** What one may rely on comes first; within that the newest. */
function inOrder(answers: HubEntry[]): HubEntry[] {
  return ORDER.flatMap((state) => answers.filter(({ answer }) => answer === state));
}

function Entries({
  entries,
  review,
  today,
}: {
  entries: HubEntry[];
  review: boolean;
  today: string;
}) {
  return (
    <ul className="hub-entries">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} review={review} today={today} />
      ))}
    </ul>
  );
}

function Entry({ entry, review, today }: { entry: HubEntry; review: boolean; today: string }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const { title, text, day, kind, lab, sourceUrl, replacedBy, answer } = entry;
  return (
    <li id={entry.id}>
      <p className="muted small">
        <time dateTime={day}>{formatDate(language, day)}</time>{" "}
        <LanguageTag language={entry.language} />
      </p>
      <div className="row">
        <h3 className="lab-card-title">
          <LabWords lab={entry}>{title}</LabWords>
        </h3>
        {kind === "change" && (
          <Tag tone="lake" shape="ring">
            {t("hub.changed")}
          </Tag>
        )}
      </div>
      {text && (
        <p className="lab-words">
          <LabWords lab={entry}>{text}</LabWords>
        </p>
      )}
      {answer && <Validity entry={entry} answer={answer} />}
      {replacedBy && (
        <p>
          <a href={`#${replacedBy}`}>{t("hub.replaced")}</a>
        </p>
      )}
      <p className="small">
        {lab && (
          <Link to={`/smartlab/${lab.slug}`}>
            <LabWords lab={lab}>{lab.title}</LabWords>
          </Link>
        )}
        {lab && sourceUrl && " · "}
        {sourceUrl && (
          <a href={sourceUrl} rel="noreferrer">
            {t("hub.source")}
          </a>
        )}
      </p>
      {review && !replacedBy && <ReviewAct entryId={entry.id} today={today} />}
    </li>
  );
}

const LOOKS: Record<AnswerState, { tone: TagTone; shape: ShapeName; words: string }> = {
  unchecked: { tone: "ochre", shape: "ring", words: "hub.unchecked" },
  holds: { tone: "canopy", shape: "circle", words: "hub.valid" },
  ending: { tone: "ochre", shape: "circle", words: "hub.ending" },
  expired: { tone: "clay", shape: "square", words: "hub.expired" },
  replaced: { tone: "plain", shape: "square", words: "hub.old" },
};

/** Who checked an answer, and until when one may rely on it. */
function Validity({ entry: { review }, answer }: { entry: HubEntry; answer: AnswerState }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const { words, ...look } = LOOKS[answer];
  const details = review && {
    reviewer: review.reviewer,
    on: formatDate(language, review.on),
    until: formatDate(language, review.validUntil),
  };
  return (
    <>
      <div className="row">
        <Tag {...look}>{t(words, details)}</Tag>
        {details && <span className="muted small">{t("hub.checked", details)}</span>}
      </div>
      {answer === "expired" && <p>{t("hub.expiredHow")}</p>}
    </>
  );
}
