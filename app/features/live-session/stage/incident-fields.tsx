import { useTranslation } from "react-i18next";
import { INCIDENT_KINDS, INCIDENT_MAX } from "#domain/live-session/stage/incident.ts";
import { Select, TextArea } from "#app/ui/field.tsx";

/** What went wrong, by kind. */
export function KindOfIncident() {
  const { t } = useTranslation("stage");
  return (
    <Select
      name="kind"
      label={t("incidents.kindLabel")}
      options={INCIDENT_KINDS.map((kind) => ({ value: kind, label: t(`incidents.kind.${kind}`) }))}
    />
  );
}

type WhyFieldProps = { name?: string; label?: string; help?: string };

/** What happened, in words that can stand in the minutes. */
export function WhyField({ name = "reason", label, help }: WhyFieldProps) {
  const { t } = useTranslation("stage");
  return (
    <TextArea
      name={name}
      label={label ?? t("incidents.reason")}
      help={help ?? t("incidents.reasonHelp")}
      rows={2}
      minLength={2}
      maxLength={INCIDENT_MAX}
    />
  );
}
