import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { dueOf } from "#domain/smartlab/due.ts";
import type { LabPage } from "#wire/smartlab-pages.ts";
import { LabFields, type LabValues } from "./lab-fields.tsx";
import { LabWords } from "./lab-facts.tsx";
import { LeadLife } from "./lead-life.tsx";
import { LeadFirst, LeadMeetings } from "./lead-meetings.tsx";
import "./smartlab.css";

type Props = { page: LabPage; now: number; answer: ActAnswer | undefined };

/** What those who carry a lab do: dates, how long they met, what it says, what becomes of it. */
export function LeadPage({ page, now, answer }: Props) {
  const { t } = useTranslation("smartlab");
  const { lab } = page;
  const due = dueOf(lab.state, page.meetings, now);
  const saved = answer?.ok && answer.intent === "smartlab.change";
  return (
    <Page
      kicker={
        <Link to={`/smartlab/${lab.slug}`}>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </Link>
      }
      title={t("lead.title")}
      lead={<p>{t("lead.lead")}</p>}
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      <LeadFirst page={page} now={now} due={due} />
      <LeadMeetings page={page} now={now} due={due} />
      <LeadLife page={page} answer={answer} />
      <Section title={t("lead.change")}>
        {saved && <Notice tone="done" role="status" title={t("lead.saved")} />}
        <details className="lab-more" open={answer?.intent === "smartlab.change"}>
          <summary>{t("lead.changeOpen")}</summary>
          <ChangeForm lab={lab} answer={answer} />
        </details>
      </Section>
    </Page>
  );
}

function ChangeForm({ lab, answer }: { lab: LabPage["lab"]; answer: Props["answer"] }) {
  const { t } = useTranslation("smartlab");
  const typed = answer && !answer.ok && answer.intent === "smartlab.change" ? answer.fields : {};
  const values: LabValues = { ...valuesOf(lab), ...typed };
  return (
    <Form method="post" className="stack">
      <Hidden intent="smartlab.change" fields={{ labId: lab.id, revision: String(lab.revision) }} />
      <LabFields values={values} />
      <Field
        label={t("form.onlineLink")}
        help={t("form.onlineLinkHelp")}
        name="onlineLink"
        type="url"
        optional
        maxLength={500}
        defaultValue={values["onlineLink"]}
      />
      <Field
        label={t("form.silentWeeks")}
        help={t("form.silentWeeksHelp")}
        name="silentWeeks"
        type="number"
        min={2}
        max={52}
        defaultValue={values["silentWeeks"]}
      />
      <Button>{t("lead.save")}</Button>
    </Form>
  );
}

function valuesOf(lab: LabPage["lab"]): LabValues {
  const { title, makes, whyNow, theme, model, ownModel, language, city, forWhom, effort } = lab;
  return {
    ...{ title, makes, whyNow, theme, model, ownModel, language, city, forWhom, effort },
    online: String(lab.online),
    capacity: lab.capacity === undefined ? "" : String(lab.capacity),
    onlineLink: lab.onlineLink ?? "",
    silentWeeks: String(lab.silentWeeks),
  };
}
