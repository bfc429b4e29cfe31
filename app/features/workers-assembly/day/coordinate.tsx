import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { localTime } from "#domain/kernel/local-time.ts";
import type { DayPage, DebateCard, Lacking } from "#wire/workers-day-pages.ts";

/** Sets the day up from what was chosen: hours and rooms can be changed one by one after. */
export function CoordinateDay({ page: { head, debates } }: { page: DayPage }) {
  const { t } = useTranslation("workers-day");
  if (head.stage !== "ranked" || debates.length > 0) return null;
  return (
    <Section title={t("setUp.title")}>
      <PostedAct
        act="debate.set-up"
        fields={{ slug: head.slug }}
        label={t("setUp.do")}
        tone="primary"
      >
        <p>{t("setUp.text", { count: head.seats })}</p>
        <Field
          type="datetime-local"
          name="startsAt"
          label={t("setUp.startsAt")}
          defaultValue={head.meetsOn && `${head.meetsOn}T10:00`}
        />
        <Field
          type="number"
          name="rooms"
          label={t("setUp.rooms")}
          min={1}
          max={12}
          defaultValue={4}
        />
        <Field
          type="number"
          name="minutes"
          label={t("plan.minutes")}
          help={t("plan.minutesHelp")}
          min={10}
          max={180}
          defaultValue={40}
        />
      </PostedAct>
    </Section>
  );
}

/** Where and when one debate is held, and who facilitates it. */
export function Plan({ debate }: { debate: DebateCard }) {
  const { t } = useTranslation("workers-day");
  return (
    <Fold label={t("plan.open")}>
      <PostedAct act="debate.plan" fields={{ debateId: debate.id }} label={t("plan.save")}>
        <Field
          name="room"
          label={t("plan.room")}
          optional
          maxLength={80}
          defaultValue={debate.room}
        />
        <Field
          type="datetime-local"
          name="startsAt"
          label={t("plan.startsAt")}
          defaultValue={localTime(new Date(debate.startsAt))}
        />
        <Field
          type="number"
          name="minutes"
          label={t("plan.minutes")}
          help={t("plan.minutesHelp")}
          min={10}
          max={180}
          defaultValue={debate.minutes}
        />
        <Field
          type="number"
          name="plenaryMinutes"
          label={t("plan.plenaryMinutes")}
          min={0}
          max={60}
          defaultValue={debate.plenaryMinutes}
        />
        <Field
          name="facilitator"
          label={t("plan.facilitator")}
          help={t(debate.facilitated ? "plan.facilitatorThere" : "plan.facilitatorHelp")}
          optional
          maxLength={40}
        />
      </PostedAct>
    </Fold>
  );
}

/** Draws up the votes of the plenary, one after the other; says what is missing first. */
export function DrawUp({ page }: { page: DayPage }) {
  const { t } = useTranslation("workers-day");
  const { head, adoption, grading, lacking } = page;
  if (head.stage === "debating" && !adoption) {
    const ready = lacking && lacking.unfinished.length === 0 && lacking.unreviewed.length === 0;
    return ready ? (
      <DrawUpOne slug={head.slug} vote="adoption" />
    ) : (
      lacking && <WhatLacks lacking={lacking} />
    );
  }
  if (head.stage === "adopting" && adoption?.phase === "published" && !grading) {
    return <DrawUpOne slug={head.slug} vote="grading" />;
  }
  return <p className="muted">{t("drawUp.later")}</p>;
}

function DrawUpOne({ slug, vote }: { slug: string; vote: "adoption" | "grading" }) {
  const { t } = useTranslation("workers-day");
  return (
    <Confirm label={t(`drawUp.${vote}`)} why={t(`drawUp.${vote}Why`)} tone="primary">
      <PostedAct
        act="debate.draw-up"
        fields={{ slug, vote }}
        label={t(`drawUp.${vote}`)}
        tone="primary"
      />
    </Confirm>
  );
}

function WhatLacks({ lacking }: { lacking: Lacking }) {
  const { t } = useTranslation("workers-day");
  const language = useLanguage();
  return (
    <Notice tone="wait" title={t("drawUp.lacking")}>
      <ul>
        {lacking.unfinished.length > 0 && (
          <li>{t("drawUp.unfinished", { codes: lacking.unfinished.join(", ") })}</li>
        )}
        {lacking.unreviewed.map(({ code, language: one }) => (
          <li key={`${code}-${one}`}>
            {t("drawUp.unreviewed", { code, language: languageName(one, language) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
