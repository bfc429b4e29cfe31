import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { STANCES, type Stance } from "#domain/smartlab/decisions/consent.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { DecisionPage } from "#wire/lab-decisions.ts";
import type { LabInside } from "#wire/lab-work.ts";

const TONES: Record<Stance, TagTone> = { consent: "canopy", aside: "ochre", objection: "clay" };

type Props = { lab: LabInside; page: DecisionPage; leads: boolean };

/** What each says of the present version: consent, standing aside, or an objection with its reason. */
export function ConsentPart({ lab, page, leads }: Props) {
  const { t } = useTranslation("lab-work");
  const { decision, stances, standing } = page;
  const open = decision.phase === "objecting";
  return (
    <Section title={t("decision.consent.title")}>
      <p>
        {t("decision.consent.answered", { count: stances.length, people: standing.people })}{" "}
        {standing.objection > 0
          ? t("decision.consent.open", { count: standing.objection })
          : t("decision.consent.none")}
      </p>
      {open && leads && !standing.adoptable && (
        <p className="muted">
          {t(standing.objection > 0 ? "decision.consent.objected" : "decision.consent.waits")}
        </p>
      )}
      <ul className="lab-pieces">
        {stances.map(({ name, stance, reason }) => (
          <li key={name} className="lab-piece">
            <p className="row">
              <Tag tone={TONES[stance]}>{t(`decision.stance.${stance}`)}</Tag>
              <strong>{name}</strong>
            </p>
            {reason && (
              <p className="lab-text" lang={lab.language}>
                {reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      {open && lab.rights.work && <MyStance page={page} />}
    </Section>
  );
}

function MyStance({ page: { decision, stances } }: { page: DecisionPage }) {
  const { t } = useTranslation("lab-work");
  const own = stances.find(({ mine }) => mine);
  return (
    <PostedAct
      act="lab.decision-stance"
      fields={{ decisionId: decision.id, version: String(decision.version) }}
      label={t(own ? "decision.consent.change" : "decision.consent.say")}
      tone="primary"
    >
      <Choices legend={t("decision.consent.question")}>
        {STANCES.map((stance) => (
          <Choice
            key={`${decision.version}-${stance}`}
            name="stance"
            value={stance}
            label={t(`decision.stance.${stance}`)}
            help={t(`decision.stanceHelp.${stance}`)}
            defaultChecked={own?.stance === stance}
            required
          />
        ))}
      </Choices>
      <TextArea
        key={decision.version}
        name="reason"
        label={t("decision.consent.reason")}
        help={t("decision.consent.reasonHelp")}
        defaultValue={own?.reason}
        maxLength={2000}
        optional
      />
    </PostedAct>
  );
}
