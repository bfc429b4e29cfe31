import { useTranslation } from "react-i18next";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LabPage, MeetingView } from "#wire/smartlab-pages.ts";
import { LabWords } from "./lab-facts.tsx";

/** When a lab meets and met; what was decided, for who comes later. */
export function Meetings({ page, now }: { page: LabPage; now: number }) {
  const { t } = useTranslation("smartlab");
  const { lab, meetings } = page;
  if (meetings.length === 0) return null;
  const ahead = meetings.filter(({ endsAt }) => endsAt > now).reverse();
  const past = meetings.filter(({ endsAt }) => endsAt <= now);
  return (
    <Section
      title={t("meetings.title")}
      action={<a href={`/smartlab/${lab.slug}/calendar.ics`}>{t("calendar.one")}</a>}
    >
      {ahead.length > 0 && (
        <ul className="lab-meetings">
          {ahead.map((meeting) => (
            <Meeting key={meeting.id} meeting={meeting} page={page} now={now} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className="lab-more">
          <summary>{t("meetings.past", { count: past.length })}</summary>
          <ul className="lab-meetings">
            {past.map((meeting) => (
              <Meeting key={meeting.id} meeting={meeting} page={page} now={now} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Meeting({
  meeting,
  page: { lab },
  now,
}: {
  meeting: MeetingView;
  page: LabPage;
  now: number;
}) {
  const { t } = useTranslation("smartlab");
  const { title, place, gist, cancelled, cancelReason, present, endsAt } = meeting;
  return (
    <li>
      <p className={cancelled ? "lab-gone" : undefined}>
        <strong>
          <Hours of={meeting} dated />
        </strong>
        {title && (
          <>
            {" · "}
            <LabWords lab={lab}>{title}</LabWords>
          </>
        )}
      </p>
      {cancelled ? (
        <p>
          {t("meetings.cancelled")} <LabWords lab={lab}>{cancelReason}</LabWords>
        </p>
      ) : (
        <p className="muted small">
          {place || lab.city || t("online")}
          {endsAt <= now && ` · ${t("meetings.present", { count: present })}`}
        </p>
      )}
      {gist && (
        <p className="lab-words">
          <LabWords lab={lab}>{gist}</LabWords>
        </p>
      )}
    </li>
  );
}
