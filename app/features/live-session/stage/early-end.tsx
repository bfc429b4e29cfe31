import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { INCIDENT_MAX } from "#domain/live-session/stage/incident.ts";
import { useSpan } from "./use-span.ts";

/** How long those who follow from elsewhere still have (ms), counted down on server time. */
export function RemoteMinute({ left }: { left: number }) {
  const { t } = useTranslation("stage");
  const span = useSpan();
  return (
    <Notice tone="wait">
      <p role="timer">{t("early.wait", { time: span(left) })}</p>
    </Notice>
  );
}

/** Why it ends before they had their minute: goes into the incident log. */
export function EarlyReason() {
  const { t } = useTranslation("stage");
  return (
    <TextArea
      name="reason"
      label={t("early.reason")}
      help={t("early.reasonHelp")}
      rows={2}
      minLength={2}
      maxLength={INCIDENT_MAX}
    />
  );
}
