import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import type { IncidentView } from "#wire/stage.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select } from "#app/ui/field.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { useWords } from "../use-words.ts";
import { KindOfIncident, WhyField } from "./incident-fields.tsx";
import { sitesInOrder } from "./sites-in-order.ts";
import { StageFold } from "./stage-fold.tsx";

/** The incident log: what is written here goes into the minutes. `chairs`: may suspend the session. */
export function IncidentDesk({ view, chairs = false }: { view: SessionView; chairs?: boolean }) {
  const { t } = useTranslation("stage");
  const { phase } = view.assembly;
  const incidents = incidentsInOrder(view);
  const isOn = phase === "convened" || phase === "live";
  return (
    <StageFold
      id="incidents"
      title={t("incidents.heading")}
      standing={t("incidents.count", { count: incidents.length })}
    >
      {isOn && <NoteIncident view={view} last={incidents[0]?.id} />}
      {chairs && phase === "live" && <SuspendSession view={view} />}
      <ol className="stage-rows">
        {incidents.map((incident) => (
          <Entry key={incident.id} incident={incident} view={view} />
        ))}
      </ol>
    </StageFold>
  );
}

function incidentsInOrder({ stage }: SessionView): IncidentView[] {
  return Object.values(stage.incidents).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function NoteIncident({ view, last }: { view: SessionView; last: string | undefined }) {
  const { t } = useTranslation("stage");
  const sites = sitesInOrder(view);
  return (
    <Fold label={t("incidents.note")}>
      <ActForm
        key={last ?? "first"}
        act="incident.note"
        fields={{ assemblyId: view.assembly.id }}
        label={t("incidents.save")}
      >
        <KindOfIncident />
        {sites.length > 0 && (
          <Select
            name="siteId"
            label={t("incidents.where")}
            optional
            options={[
              { value: "", label: t("incidents.everywhere") },
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <WhyField name="what" label={t("incidents.what")} help={t("incidents.whatHelp")} />
        <Field
          name="minutesAgo"
          type="number"
          inputMode="numeric"
          min={0}
          max={600}
          defaultValue={0}
          label={t("incidents.minutesAgo")}
        />
      </ActForm>
    </Fold>
  );
}

export function ResumeSession({ assemblyId }: { assemblyId: string }) {
  const { t } = useTranslation("stage");
  return (
    <ActForm
      act="session.resume"
      fields={{ assemblyId }}
      label={t("suspend.resumeSession")}
      tone="primary"
    />
  );
}

function SuspendSession({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const { id: assemblyId } = view.assembly;
  if (view.stage.suspendedAt !== undefined) {
    return <ResumeSession assemblyId={assemblyId} />;
  }
  return (
    <Fold label={t("suspend.session")}>
      <p>{t("suspend.sessionWhy")}</p>
      <ActForm
        act="session.suspend"
        fields={{ assemblyId }}
        label={t("suspend.sessionConfirm")}
        tone="stop"
      >
        <KindOfIncident />
        <WhyField />
      </ActForm>
    </Fold>
  );
}

function Entry({ incident, view }: { incident: IncidentView; view: SessionView }) {
  const { t } = useTranslation("stage");
  const language = useLanguage();
  const words = useWords();
  const { siteId, decisionId, until } = incident;
  const vote = decisionId ? view.decisions[decisionId] : undefined;
  const place = siteId ? view.stage.sites[siteId]?.name : undefined;
  const about = [
    formatTime(language, incident.at),
    t(`incidents.kind.${incident.kind}`),
    place,
    vote && words(vote.title),
    until !== undefined && t("incidents.until", { time: formatTime(language, until) }),
    incident.by,
  ];
  return (
    <li className="stage-entry">
      <p className="stage-entry-act">{t(`incidents.act.${incident.act}`)}</p>
      <p>{incident.what}</p>
      <p className="small muted">{about.filter(Boolean).join(" · ")}</p>
    </li>
  );
}
