import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Hours } from "#app/features/programme/session-facts.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { LAB_PARTS } from "#domain/smartlab/lab.ts";
import type { LabPage, MeetingView } from "#wire/smartlab-pages.ts";
import { AttendanceRoll } from "./attendance-roll.tsx";
import { LabWords } from "./lab-facts.tsx";
import { Meetings } from "./meetings.tsx";
import { CatchUp } from "./work/catch-up.tsx";

/** For the people of a lab: the next date, who was there, where the work lies, who they are. */
export function LabInside({ page, now }: { page: LabPage; now: number }) {
  const { t } = useTranslation("smartlab");
  const { lab, meetings, members = [] } = page;
  const running = meetings.filter(({ cancelled, endsAt }) => !cancelled && endsAt > now).at(-1);
  // A meeting that has ended may still be answered for, until the next one comes near.
  const late = meetings.find(({ attendable, mine }) => attendable && mine !== "present");
  const latest = meetings.find(({ gist }) => gist);
  return (
    <>
      <Next meeting={running} page={page} />
      {late && late.id !== running?.id && <Next meeting={late} page={page} over />}
      {page.catchUp && <CatchUp lab={lab} of={page.catchUp} latest={latest} />}
      <nav aria-label={t("inside.rooms")}>
        <ul className="lab-rooms">
          {LAB_PARTS.map((room) => (
            <li key={room}>
              <Link className="button button-quiet" to={`/smartlab/${lab.slug}/${room}`}>
                {t(`inside.room.${room}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AttendanceRoll page={page} />
      <Meetings page={page} now={now} />
      <details className="lab-more">
        <summary>{t("inside.people", { count: members.length })}</summary>
        <p className="muted small">{t("inside.peopleWho")}</p>
        <ul className="lab-people">
          {members.map(({ personId, name, role }) => (
            <li key={personId}>
              {name}
              {role !== "member" && <Tag tone="plain">{t(`role.${role}`)}</Tag>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The meeting at hand: where, the link, and one of two answers. */
function Next({
  meeting,
  page: { lab },
  over = false,
}: {
  meeting: MeetingView | undefined;
  page: LabPage;
  over?: boolean;
}) {
  const { t } = useTranslation("smartlab");
  if (!meeting) return <p className="muted">{t("inside.noDate")}</p>;
  const { id, place, onlineLink, mine, attendable, title } = meeting;
  const fields = { meetingId: id };
  return (
    <section className="lab-next" aria-label={t(over ? "inside.last" : "inside.next")}>
      <p>{t(over ? "inside.last" : "inside.next")}</p>
      <p className="lab-next-when">
        <Hours of={meeting} dated />
      </p>
      {title && (
        <p>
          <LabWords lab={lab}>{title}</LabWords>
        </p>
      )}
      <p>{place || lab.city || t("online")}</p>
      {onlineLink && !over && (
        <p>
          <a href={onlineLink} rel="noreferrer">
            {t("inside.link")}
          </a>
        </p>
      )}
      <Answer {...{ fields, mine, attendable: attendable === true, over }} />
    </section>
  );
}

function Answer({
  fields,
  mine,
  attendable,
  over,
}: {
  fields: { meetingId: string };
  mine: MeetingView["mine"];
  attendable: boolean;
  over: boolean;
}) {
  const { t } = useTranslation("smartlab");
  if (mine === "present") {
    return (
      <Tag tone="canopy" shape="circle">
        {t("attend.done")}
      </Tag>
    );
  }
  return (
    <div className="row">
      {attendable && (
        <ActForm
          act="smartlab.attend"
          fields={fields}
          label={t(over ? "attend.was" : "attend.act")}
          tone="primary"
        />
      )}
      {mine === "not-this-time" && <Tag tone="ochre">{t("attend.notThisTime")}</Tag>}
      {!over && (
        <ActForm
          act="smartlab.answer"
          fields={{ ...fields, coming: mine === "not-this-time" ? "true" : "" }}
          label={t(mine === "not-this-time" ? "attend.afterAll" : "attend.skip")}
        />
      )}
    </div>
  );
}
