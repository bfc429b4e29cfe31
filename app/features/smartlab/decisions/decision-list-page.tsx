import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { DecisionPhase } from "#domain/smartlab/decisions/consent.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { DecisionCard } from "#wire/lab-decisions.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";

const TONES: Record<DecisionPhase, TagTone> = {
  clarifying: "lake",
  objecting: "plum",
  adopted: "canopy",
  voting: "ochre",
  counted: "canopy",
  withdrawn: "plain",
};

export function DecisionTag({ phase }: { phase: DecisionPhase }) {
  const { t } = useTranslation("lab-work");
  return <Tag tone={TONES[phase]}>{t(`decision.phase.${phase}`)}</Tag>;
}

/** What the group decides, and what it decided. */
export function DecisionListPage({
  lab,
  decisions,
}: {
  lab: LabInside;
  decisions: DecisionCard[];
}) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  return (
    <LabFrame lab={lab} title={t("decision.title")} lead={<p>{t("decision.about")}</p>}>
      {decisions.length === 0 ? (
        <EmptyState title={t("decision.empty.title")}>
          <p>{t("decision.empty.body")}</p>
        </EmptyState>
      ) : (
        <ul className="lab-pieces">
          {decisions.map((one) => (
            <li key={one.id} className="lab-piece">
              <h2 className="lab-piece-title">
                <Link to={`/smartlab/${lab.slug}/decisions/${one.id}`} lang={lab.language}>
                  {one.title}
                </Link>
              </h2>
              <p className="row">
                <DecisionTag phase={one.phase} />
                <span className="muted">
                  {t(`decision.way.${one.way}`)} ·{" "}
                  {formatDate(language, new Date(one.endedAt ?? one.madeAt), "long")}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {lab.rights.work && <Propose lab={lab} />}
    </LabFrame>
  );
}

const WAYS = ["consent", "resolution", "approval"] as const;

function Propose({ lab }: { lab: LabInside }) {
  const { t } = useTranslation("lab-work");
  return (
    <Fold label={t("decision.propose.title")}>
      <PostedAct
        act="lab.decision-propose"
        fields={{ labId: lab.id }}
        label={t("decision.propose.now")}
        tone="primary"
        clears
      >
        <Field name="title" label={t("decision.propose.what")} maxLength={160} />
        <TextArea
          name="text"
          label={t("decision.propose.text")}
          help={t("decision.propose.help")}
          maxLength={5000}
        />
        <Choices legend={t("decision.propose.how")}>
          {WAYS.map((way, at) => (
            <Choice
              key={way}
              name="way"
              value={way}
              label={t(`decision.propose.way.${way}`)}
              help={t(`decision.propose.wayHelp.${way}`)}
              defaultChecked={at === 0}
            />
          ))}
        </Choices>
        <TextArea
          name="choices"
          label={t("decision.propose.choices")}
          help={t("decision.propose.choicesHelp")}
          optional
        />
      </PostedAct>
    </Fold>
  );
}
