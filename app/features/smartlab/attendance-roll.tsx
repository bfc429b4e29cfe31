import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LabPage } from "#wire/smartlab-pages.ts";

/** Who was there, for those who lead: a tap a person. */
export function AttendanceRoll({ page: { roll, meetings, members = [] } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  const meeting = meetings.find(({ id }) => id === roll?.meetingId);
  if (!roll || !meeting) return null;
  const present = new Set(roll.present);
  return (
    <details className="lab-more" id="roll">
      <summary>
        {t("roll.title")} · {t("roll.count", { count: present.size, of: members.length })}
      </summary>
      <p className="muted">
        <Hours of={meeting} dated />
      </p>
      <ul className="lab-people">
        {members.map(({ personId, name }) => {
          const there = present.has(personId);
          return (
            <li key={personId}>
              <span>{name}</span>
              <span className="row">
                {there && (
                  <Tag tone="canopy" shape="circle">
                    {t("roll.there")}
                  </Tag>
                )}
                <ActForm
                  act="smartlab.mark"
                  fields={{ meetingId: meeting.id, personId, present: there ? "" : "true" }}
                  label={t(there ? "roll.unmark" : "roll.mark")}
                  about={name}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
