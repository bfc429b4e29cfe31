import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LabPage } from "#wire/smartlab-pages.ts";

/** A lab that is silent is asked what becomes of it; every answer is a good one. */
export function HealthNotice({ page: { lab, health, rights } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  if (!health || health.state === "well") return null;
  return (
    <section id="health" aria-label={t("health.label")}>
      <Notice tone="wait" title={t("health.silent", { count: health.silentFor })}>
        <p>{t(rights.lead ? "health.ask" : `health.${health.state}`)}</p>
        {rights.lead && (
          <div className="row">
            <ActForm
              act="smartlab.affirm"
              fields={{ labId: lab.id }}
              label={t("health.goesOn")}
              tone="primary"
            />
            <ButtonLink to={`/smartlab/${lab.slug}/lead#life`} tone="quiet">
              {t("health.other")}
            </ButtonLink>
          </div>
        )}
      </Notice>
    </section>
  );
}
