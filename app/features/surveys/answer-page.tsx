import { Form, Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { Refusal } from "#domain/kernel/result.ts";
import type { FilledIn } from "#domain/surveys/answers.ts";
import type { AnswerPage as Loaded } from "#wire/survey-pages.ts";
import { PaperQuestion } from "./paper-question.tsx";
import { usePaperDraft } from "./use-paper-draft.ts";
import { Whom } from "./surveys-page.tsx";
import "./surveys.css";

export type Returned = { refusal: Refusal; filledIn: FilledIn };

/** A survey and its paper. What was typed stays through reloads, a lost network and the close. */
export function AnswerPage({ page, returned }: { page: Loaded; returned: Returned | undefined }) {
  const { t } = useTranslation("surveys");
  const { survey, campaign, questionnaire, standing, rights } = page;
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
          <Words of={questionnaire.intro} tagged />
        </p>
      }
      actions={
        rights.coordinate && <Link to={`/surveys/${survey.slug}/field`}>{t("field.go")}</Link>
      }
    >
      {returned && <RefusalNote refusal={returned.refusal} />}
      {standing !== "asked" && !(standing === "closed" && returned) && <Standing page={page} />}
      {(standing === "asked" || (standing === "closed" && page.draftKey !== "")) && (
        <Paper page={page} returned={returned} />
      )}
      {standing === "answered" && <ForgetDraft draftKey={page.draftKey} />}
    </Page>
  );
}

/** Why there is nothing to fill in. */
function Standing({ page: { survey, standing, campaign } }: { page: Loaded }) {
  const { t } = useTranslation("surveys");
  const tone = standing === "answered" ? "done" : standing === "closed" ? "wait" : "information";
  return (
    <Notice tone={tone} title={t(`standing.${standing}.title`)} role="status">
      <p>{t(`standing.${standing}.text`, { contact: campaign.contact })}</p>
      {standing === "not-asked" && (
        <p>
          <Whom campaign={campaign} />
        </p>
      )}
      {survey.phase === "published" && (
        <p>
          <Link to={`/surveys/${survey.slug}/results`}>{t("results.go")}</Link>
        </p>
      )}
    </Notice>
  );
}

/** Once it was sent nothing of it stays on the device. */
function ForgetDraft({ draftKey }: { draftKey: string }) {
  usePaperDraft({ current: null }, draftKey, "forget");
  return null;
}

function Paper({ page, returned }: { page: Loaded; returned: Returned | undefined }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const { survey, campaign, questionnaire, languages, standing, draftKey } = page;
  const draft = usePaperDraft(form, draftKey, returned ? "returned" : "kept");
  const closedNow = useClosed(survey.closesAt);
  const closed = standing === "closed" || closedNow;
  // After the close there is a paper for those alone who had begun one.
  const hidden = standing === "closed" && !returned && !draft.restored;
  const asked = languages.includes(language) ? language : (languages[0] ?? language);
  return (
    <Form ref={form} method="post" reloadDocument className="paper" hidden={hidden}>
      <input type="hidden" name="version" value={survey.version} />
      <input type="hidden" name="language" value={asked} />
      {standing === "asked" && (
        <Notice title={t("promise.title")}>
          <p>{t("promise.text")}</p>
          <p>
            {t("promise.frame", {
              count: survey.size,
              size: formatNumber(language, survey.size),
              when: formatDateTime(language, survey.closesAt),
            })}
          </p>
        </Notice>
      )}
      {questionnaire.questions.map((question, at) => (
        <PaperQuestion
          key={question.id}
          number={at + 1}
          question={question}
          filledIn={returned?.filledIn}
        />
      ))}
      <LiveRegion message={closedNow ? t("standing.closed.title") : ""} />
      {closed ? (
        <Notice tone="wait" title={t("kept.title")}>
          <p>{t("kept.text", { contact: campaign.contact })}</p>
        </Notice>
      ) : (
        <div className="stack">
          <p className="muted">{t("answer.once")}</p>
          <div className="row">
            <Button>{t("answer.send")}</Button>
            {draft.kept && (
              <Button type="button" tone="quiet" onClick={draft.erase}>
                {t("answer.erase")}
              </Button>
            )}
          </div>
          {draft.kept && <p className="muted">{t("answer.kept")}</p>}
        </div>
      )}
    </Form>
  );
}

/** Longer waits than a timer takes are not waited for: the page will have been loaded again. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Whether the hour of the close has come while the page was open. */
function useClosed(closesAt: number): boolean {
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    const wait = closesAt - Date.now();
    if (wait > LONGEST_WAIT_MS) return;
    const timer = setTimeout(() => setClosed(true), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [closesAt]);
  return closed;
}
