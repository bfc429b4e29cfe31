import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CeremonyView } from "#wire/urns.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

/**
 * Somebody lost the device that holds their ballots, before any secret vote: everybody is given new
 * ones, with a reason in the audit.
 */
export function RestartCredentials({ view }: { view: CeremonyView }) {
  const { t } = useTranslation("urns");
  const [done, setDone] = useState(false);
  const early = view.urns.every(({ phase }) => phase === "draft");
  if (!early || view.urns.every(({ stage }) => stage === "none")) return null;
  return (
    <Section title={t("credentials.title")}>
      <p className="small">{t("credentials.when")}</p>
      <Confirm label={t("credentials.summary")} why={t("credentials.why")}>
        <ActForm
          act="credentials.restart"
          fields={{ assemblyId: view.assembly.id }}
          label={t("credentials.confirm")}
          tone="stop"
          onDone={() => setDone(true)}
        >
          <TextArea
            name="reason"
            label={t("credentials.reason")}
            help={t("credentials.reasonHelp")}
            minLength={3}
            maxLength={500}
            rows={3}
          />
        </ActForm>
        <p role="status">{done && t("credentials.done")}</p>
      </Confirm>
    </Section>
  );
}
