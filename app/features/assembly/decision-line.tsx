import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { ResolutionOutcome, ResolutionReport } from "#domain/decisions/resolution.ts";
import type { DecisionCard, ElectionOutcome } from "#wire/decisions.ts";
import "./decision-line.css";

const OUTCOME_LOOK: Record<ResolutionOutcome, { tone: TagTone; shape: ShapeName }> = {
  adopted: { tone: "canopy", shape: "circle" },
  rejected: { tone: "clay", shape: "square" },
  "not-quorate": { tone: "ochre", shape: "ring" },
};

/** A decision in one line: what it is, where it stands, and what was decided. */
export function DecisionLine({ decision, level }: { decision: DecisionCard; level: 3 | 4 }) {
  const { id, report, outcome } = decision;
  const Title = `h${level}` as const;
  return (
    <article className="decision-line">
      <p className="row">
        <Standing decision={decision} />
        <span className="muted small">{decision.legalBasis}</span>
      </p>
      <Title className="decision-line-title">
        <Link to={report || outcome ? `/decisions/${id}/result` : `/decisions/${id}`}>
          <Words of={decision.title} tagged />
        </Link>
      </Title>
      {report && <Counts report={report} />}
      {outcome && <Winners outcome={outcome} />}
    </article>
  );
}

/** What was decided or, before it is known, where the vote stands. */
function Standing({ decision: { phase, report, annulledAt } }: { decision: DecisionCard }) {
  const { t } = useTranslation("assembly");
  if (annulledAt !== undefined) return <Tag tone="clay">{t("decision.annulled")}</Tag>;
  if (report) return <Tag {...OUTCOME_LOOK[report.outcome]}>{t(`outcome.${report.outcome}`)}</Tag>;
  return <Tag tone={phase === "open" ? "lake" : "plain"}>{t(`decision.${phase}`)}</Tag>;
}

function Counts({ report }: { report: ResolutionReport }) {
  const { t } = useTranslation("assembly");
  const language = useLanguage();
  const { for: yes, against, abstain } = report.counts;
  return (
    <p className="muted small">
      {t("counts", {
        for: formatNumber(language, yes),
        against: formatNumber(language, against),
        abstain: formatNumber(language, abstain),
      })}
    </p>
  );
}

function Winners({ outcome: { winners } }: { outcome: ElectionOutcome }) {
  const language = useLanguage();
  if (winners.length === 0) return null;
  const names = winners.map(({ id, label }) => inLanguage(label, language)?.value ?? id);
  return <p className="muted small">{formatList(language, names)}</p>;
}
