import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import type { MinutesCard } from "#wire/lab-minutes.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";
import { PrivacySign } from "../work/privacy-sign.tsx";
import { PhaseTag } from "./minutes-page.tsx";

type Meeting = { id: string; title: string; startsAt: number };

/** All minutes of a lab; whoever is not of it reads those that are public. */
export function MinutesListPage({
  lab,
  minutes,
  meetings,
}: {
  lab: LabInside;
  minutes: MinutesCard[];
  meetings: Meeting[];
}) {
  const { t } = useTranslation("lab-work");
  return (
    <LabFrame
      lab={lab}
      title={t("minutes.title")}
      visibility={lab.inside ? "each" : "public"}
      lead={lab.inside && <p>{t("minutes.about")}</p>}
    >
      {minutes.length === 0 ? (
        <EmptyState title={t("minutes.empty.title")}>
          <p>{t(lab.inside ? "minutes.empty.body" : "minutes.empty.outside")}</p>
        </EmptyState>
      ) : (
        <ul className="lab-pieces">
          {minutes.map((one) => (
            <Line key={one.id} one={one} base={`/smartlab/${lab.slug}/minutes`} />
          ))}
        </ul>
      )}
      {lab.rights.work && <Begin lab={lab} meetings={meetings} />}
    </LabFrame>
  );
}

function Line({ one, base }: { one: MinutesCard; base: string }) {
  const language = useLanguage();
  return (
    <li className="lab-piece">
      <h2 className="lab-piece-title">
        <Link to={`${base}/${one.id}`}>{one.title}</Link>
      </h2>
      <p className="row">
        <PhaseTag of={one.phase} />
        <PrivacySign of={one.visibility} />
        <span className="muted">
          {formatDate(language, new Date(one.meetingAt ?? one.madeAt), "long")}
        </span>
      </p>
    </li>
  );
}

function Begin({ lab, meetings }: { lab: LabInside; meetings: Meeting[] }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const [next] = meetings;
  const dayOf = ({ startsAt }: Meeting) => formatDate(language, new Date(startsAt), "long");
  return (
    <Section title={t("minutes.begin.title")}>
      <PostedAct
        key={next?.id ?? "none"}
        act="lab.minutes-begin"
        fields={{ labId: lab.id }}
        label={t("minutes.begin.now")}
        tone="primary"
      >
        <Field
          name="title"
          label={t("minutes.begin.name")}
          maxLength={200}
          defaultValue={next ? t("minutes.begin.of", { day: dayOf(next) }) : ""}
        />
        {meetings.length > 0 && (
          <Select
            name="meetingId"
            label={t("minutes.begin.meeting")}
            optional
            defaultValue={next?.id}
            options={[
              { value: "", label: t("minutes.begin.none") },
              ...meetings.map((one) => ({
                value: one.id,
                label: [dayOf(one), one.title].filter(Boolean).join(" · "),
              })),
            ]}
          />
        )}
      </PostedAct>
    </Section>
  );
}
