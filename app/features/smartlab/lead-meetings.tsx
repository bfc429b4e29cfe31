import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { localTime } from "#domain/kernel/local-time.ts";
import { minutesOf } from "#domain/smartlab/meeting.ts";
import type { LabPage, MeetingView } from "#wire/smartlab-pages.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Meetings that one may still want to write something of. */
const SHOWN = 8;

/** Fixes, changes and cancels dates; says how long they met and what was decided. */
export function LeadMeetings({ page, now }: { page: LabPage; now: number }) {
  const { t } = useTranslation("smartlab");
  const { lab, meetings } = page;
  const works = lab.state === "registration" || lab.state === "meeting";
  return (
    <Section title={t("lead.meetings")}>
      {works ? (
        <details className="lab-more" open={meetings.length === 0}>
          <summary>{t("lead.plan")}</summary>
          <ActForm
            act="smartlab.plan-meeting"
            fields={{ labId: lab.id }}
            label={t("lead.planNow")}
            tone="primary"
            className="stack"
          >
            <MeetingFields
              startsAt={nextHour(now + 7 * DAY)}
              endsAt={nextHour(now + 7 * DAY) + 2 * HOUR}
            />
          </ActForm>
        </details>
      ) : (
        <p className="muted">{t("lead.noDates")}</p>
      )}
      <ul className="lab-meetings">
        {meetings
          .filter(({ cancelled }) => !cancelled)
          .slice(0, SHOWN)
          .map((meeting) => (
            <li key={meeting.id}>
              <p>
                <strong>
                  <Hours of={meeting} dated />
                </strong>{" "}
                {meeting.title}
              </p>
              {meeting.startsAt > now ? <Ahead meeting={meeting} /> : <Report meeting={meeting} />}
            </li>
          ))}
      </ul>
    </Section>
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
    </details>
  );
}
