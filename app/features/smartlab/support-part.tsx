import { useTranslation } from "react-i18next";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LabPage } from "#wire/smartlab-pages.ts";

/** What the support team does: goes along with a lab that is ready, or says why none can. */
export function SupportPart({ lab }: { lab: LabPage["lab"] }) {
  const { t } = useTranslation("smartlab");
  const { state, interested, threshold } = lab;
  if (state !== "interest" && state !== "ready" && state !== "registration") return null;
  return (
    <Notice title={t(`support.${state}`, { interested, threshold })}>
      <div className="row">
        {state === "ready" && (
          <ConfirmAct
            act="smartlab.open"
            fields={{ labId: lab.id }}
            summary={t("support.open")}
            why={t("support.openWhy", { interested })}
            label={t("support.openNow")}
            tone="primary"
          />
        )}
        <DropAct labId={lab.id} />
      </div>
    </Notice>
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
