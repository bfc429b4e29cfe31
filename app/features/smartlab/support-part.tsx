import { useTranslation } from "react-i18next";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LabPage } from "#wire/smartlab-pages.ts";

/** What the support team does: goes along with a lab that is ready, or says why none can. */
export function SupportPart({ page: { lab, team = [] } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  const { state, interested, threshold, accompanied } = lab;
  if (state === "closed" || state === "dropped") return null;
  const gathers = state === "interest" || state === "ready";
  const title = t(`support.${state}`, { interested, threshold });
  return (
    <Notice title={gathers || accompanied ? title : t("support.alone")}>
      <div className="row">
        {state === "ready" && (
          <ConfirmAct
            act="smartlab.open"
            fields={{ labId: lab.id }}
            summary={t("support.open")}
            why={t("support.openWhy", { interested })}
            label={t("support.openNow")}
            opener="primary"
            tone="primary"
          >
            <Who team={team} />
          </ConfirmAct>
        )}
        {gathers && <Threshold lab={lab} />}
        {!gathers && (
          <ConfirmAct
            act="smartlab.accompany"
            fields={{ labId: lab.id }}
            summary={t("support.accompany")}
            why={t("support.accompanyWhy")}
            label={t("support.accompanyNow")}
          >
            <Who team={team} />
          </ConfirmAct>
        )}
        {(gathers || state === "registration") && <DropAct labId={lab.id} />}
      </div>
    </Notice>
  );
}

/** Who acts, or somebody else of the team. */
function Who({ team }: Required<Pick<LabPage, "team">>) {
  const { t } = useTranslation("smartlab");
  const people = team.map(({ personId, name, labs }) => ({
    value: personId,
    label: t("support.person", { name, count: labs }),
  }));
  return (
    <Select
      label={t("support.who")}
      help={t("support.whoHelp")}
      name="personId"
      required={false}
      options={[{ value: "", label: t("support.me") }, ...people]}
    />
  );
}

function Threshold({ lab: { id, threshold } }: Pick<LabPage, "lab">) {
  const { t } = useTranslation("smartlab");
  return (
    <ConfirmAct
      act="smartlab.set-threshold"
      fields={{ labId: id }}
      summary={t("support.threshold")}
      why={t("support.thresholdWhy")}
      label={t("support.thresholdNow")}
    >
      <Field
        label={t("form.threshold")}
        name="threshold"
        type="number"
        min={2}
        max={200}
        defaultValue={String(threshold)}
      />
      <TextArea label={t("reason")} name="reason" rows={2} maxLength={500} />
    </ConfirmAct>
  );
}

/** A lab that will not be: with the reason, which those around it are told. */
export function DropAct({ labId }: { labId: string }) {
  const { t } = useTranslation("smartlab");
  return (
    <ConfirmAct
      act="smartlab.drop"
      fields={{ labId }}
      summary={t("drop.summary")}
      why={t("drop.why")}
      label={t("drop.act")}
      tone="stop"
    >
      <TextArea label={t("reason")} name="reason" rows={3} maxLength={500} />
    </ConfirmAct>
  );
}
