import { useTranslation } from "react-i18next";
import type { CeremonyView } from "#wire/urns.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

/** A share was lost before any vote: the keys are shared out again, with a reason in the audit. */
export function RestartCeremony({ view }: { view: CeremonyView }) {
  const { t } = useTranslation("urns");
  return (
    <Section title={t("restart.title")}>
      <p className="small">{t("restart.when")}</p>
      <Confirm label={t("restart.summary")} why={t("restart.why")}>
        <ActForm
          act="urn.restart"
          fields={{ assemblyId: view.assembly.id }}
          label={t("restart.confirm")}
          tone="stop"
        >
          <TextArea
            name="reason"
            label={t("restart.reason")}
            help={t("restart.reasonHelp")}
            minLength={3}
            maxLength={500}
            rows={3}
          />
        </ActForm>
      </Confirm>
    </Section>
  );
}
