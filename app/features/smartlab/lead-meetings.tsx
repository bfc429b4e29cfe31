import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Due } from "#domain/smartlab/due.ts";
import { isAtWork } from "#domain/smartlab/life.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import { minutesOf } from "#domain/smartlab/meeting.ts";
import type { LabPage, MeetingView } from "#wire/smartlab-pages.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Meetings that one may still want to write something of. */
const SHOWN = 8;

type Part = { page: LabPage; now: number; due: Due<MeetingView> | undefined };

/** What waits for those who lead, with what it takes to do it. */
export function LeadFirst({ page: { lab }, now, due }: Part) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  if (!due) return null;
  const date = due.what === "report" ? formatDate(language, due.meeting.startsAt) : "";
  return (
    <Notice tone="wait" title={t(`lead.due.${due.what}`, { date })}>
      {due.what === "report" && <ReportForm meeting={due.meeting} />}
      {due.what === "plan" && <PlanForm labId={lab.id} now={now} />}
      {due.what === "gather" && (
        <>
          <p>{t("lead.due.gatherHow", lab)}</p>
          <ButtonLink to={`/smartlab/${lab.slug}/poster`}>{t("poster.title")}</ButtonLink>
        </>
      )}
    </Notice>
  );
}

/** Fixes, changes and cancels dates; says how long they met and what was decided. */
export function LeadMeetings({ page: { lab, meetings }, now, due }: Part) {
  const { t } = useTranslation("smartlab");
  const works = isAtWork(lab.state);
  const shown = meetings.filter(({ cancelled }) => !cancelled).slice(0, SHOWN);
  const past = shown.filter(({ startsAt }) => startsAt <= now);
  return (
    <Section title={t("lead.meetings")}>
      {!works && <p className="muted">{t("lead.noDates")}</p>}
      {works && due?.what !== "plan" && (
        <details className="lab-more">
          <summary>{t("lead.plan")}</summary>
          <PlanForm labId={lab.id} now={now} />
        </details>
      )}
      <ul className="lab-meetings">
        {shown
          .filter(({ startsAt }) => startsAt > now)
          .map((meeting) => (
            <li key={meeting.id}>
              <When meeting={meeting} />
              <Ahead meeting={meeting} />
            </li>
          ))}
      </ul>
      {past.length > 0 && (
        <details className="lab-more">
          <summary>{t("meetings.past", { count: past.length })}</summary>
          <ul className="lab-meetings">
            {past.map((meeting) => (
              <li key={meeting.id}>
                <When meeting={meeting} />
                <Report meeting={meeting} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function When({ meeting }: { meeting: MeetingView }) {
  return (
    <p>
      <strong>
        <Hours of={meeting} dated />
      </strong>{" "}
      {meeting.title}
    </p>
  );
}

function PlanForm({ labId, now }: { labId: string; now: number }) {
  const { t } = useTranslation("smartlab");
  const startsAt = nextHour(now + 7 * DAY);
  return (
    <ActForm
      act="smartlab.plan-meeting"
      fields={{ labId }}
      label={t("lead.planNow")}
      tone="primary"
      className="stack"
    >
      <MeetingFields startsAt={startsAt} endsAt={startsAt + 2 * HOUR} />
    </ActForm>
  );
}

const nextHour = (instant: number) => Math.ceil(instant / HOUR) * HOUR;

function MeetingFields({
  startsAt,
  endsAt,
  meeting,
}: {
  startsAt: number;
  endsAt: number;
  meeting?: MeetingView;
}) {
  const { t } = useTranslation("smartlab");
  return (
    <>
      <Field
        label={t("meetings.startsAt")}
        name="startsAt"
        type="datetime-local"
        defaultValue={localTime(new Date(startsAt))}
      />
      <Field
        label={t("meetings.endsAt")}
        name="endsAt"
        type="datetime-local"
        defaultValue={localTime(new Date(endsAt))}
      />
      <Field
        label={t("meetings.about")}
        name="title"
        optional
        maxLength={120}
        defaultValue={meeting?.title}
      />
      <Field
        label={t("meetings.place")}
        name="place"
        optional
        maxLength={200}
        defaultValue={meeting?.place}
      />
      <Field
        label={t("form.onlineLink")}
        help={t("meetings.linkHelp")}
        name="onlineLink"
        type="url"
        optional
        maxLength={500}
        defaultValue={meeting?.onlineLink}
      />
    </>
  );
}

function Ahead({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation("smartlab");
  return (
    <div className="row">
      <details className="lab-more">
        <summary>{t("lead.changeDate")}</summary>
        <ActForm
          act="smartlab.change-meeting"
          fields={{ meetingId: meeting.id, revision: String(meeting.revision) }}
          label={t("lead.save")}
          className="stack"
        >
          <MeetingFields {...meeting} meeting={meeting} />
        </ActForm>
      </details>
      <ConfirmAct
        act="smartlab.cancel-meeting"
        fields={{ meetingId: meeting.id }}
        summary={t("lead.cancelDate")}
        why={t("lead.cancelWhy")}
        label={t("lead.cancelNow")}
        tone="stop"
      >
        <TextArea label={t("reason")} name="reason" rows={2} maxLength={500} />
      </ConfirmAct>
    </div>
  );
}

function Report({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation("smartlab");
  return (
    <details className="lab-more">
      <summary>{t("lead.report")}</summary>
      <ReportForm meeting={meeting} />
    </details>
  );
}

function ReportForm({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation("smartlab");
  return (
    <ActForm
      act="smartlab.report-meeting"
      fields={{ meetingId: meeting.id }}
      label={t("lead.save")}
      className="stack"
    >
      <Field
        label={t("meetings.minutes")}
        help={t("meetings.minutesHelp")}
        name="minutesSpent"
        type="number"
        min={1}
        max={1_440}
        defaultValue={String(minutesOf(meeting))}
      />
      <TextArea
        label={t("meetings.gist")}
        help={t("meetings.gistHelp")}
        name="gist"
        optional
        rows={3}
        maxLength={1_000}
        defaultValue={meeting.gist}
      />
    </ActForm>
  );
}
