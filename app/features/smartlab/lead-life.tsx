import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { eventsOf } from "#domain/smartlab/life.ts";
import type { LabPage } from "#wire/smartlab-pages.ts";
import { HandOffFields } from "./hand-off.tsx";
import { DropAct } from "./support-part.tsx";

/** What becomes of a lab: it pauses, goes on, passes into other hands, ends. */
export function LeadLife({ page, answer }: { page: LabPage; answer: ActAnswer | undefined }) {
  const { t } = useTranslation("smartlab");
  const { lab } = page;
  const events = eventsOf(lab.state);
  const fields = { labId: lab.id };
  return (
    <Section id="life" title={t("lead.life")}>
      <p className="muted">{t("lead.lifeHow")}</p>
      {events.includes("resume") && (
        <ActForm act="smartlab.resume" fields={fields} label={t("lead.resume")} tone="primary" />
      )}
      {events.includes("pause") && <Pause labId={lab.id} />}
      <HandOver page={page} />
      {events.includes("close") && <Close labId={lab.id} answer={answer} />}
      {events.includes("drop") && <DropAct labId={lab.id} />}
    </Section>
  );
}

function Pause({ labId }: { labId: string }) {
  const { t } = useTranslation("smartlab");
  return (
    <ConfirmAct
      act="smartlab.pause"
      fields={{ labId }}
      summary={t("lead.pause")}
      why={t("lead.pauseWhy")}
      label={t("lead.pause")}
    >
      <Field label={t("lead.until")} name="until" type="date" />
      <TextArea label={t("reason")} name="reason" rows={2} maxLength={500} />
    </ConfirmAct>
  );
}

function HandOver({ page: { lab, members = [] } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  const heirs = members.filter(({ role }) => role === "member");
  if (heirs.length === 0) return null;
  return (
    <ConfirmAct
      act="smartlab.hand-over"
      fields={{ labId: lab.id }}
      summary={t("lead.handOver")}
      why={t("lead.handOverWhy")}
      label={t("lead.handOverNow")}
    >
      <Select
        label={t("lead.heir")}
        name="personId"
        options={heirs.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </ConfirmAct>
  );
}

/** What was typed is kept where it was refused: it may be long. */
function Close({ labId, answer }: { labId: string; answer: ActAnswer | undefined }) {
  const { t } = useTranslation("smartlab");
  const refused = answer && !answer.ok && answer.intent === "smartlab.close";
  const typed = refused ? answer.fields : {};
  return (
    <ConfirmAct
      act="smartlab.close"
      fields={{ labId }}
      summary={t("close.summary")}
      why={t("close.why")}
      label={t("close.act")}
      tone="stop"
      open={refused === true}
    >
      <Field
        label={t("close.outcome")}
        help={t("close.outcomeHelp")}
        name="outcome"
        maxLength={300}
        defaultValue={typed["outcome"]}
      />
      <TextArea
        label={t("made.title")}
        help={t("close.madeHelp")}
        name="made"
        rows={8}
        maxLength={8_000}
        defaultValue={typed["made"]}
      />
      <HandOffFields typed={typed} />
    </ConfirmAct>
  );
}
