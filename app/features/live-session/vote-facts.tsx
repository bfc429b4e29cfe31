import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { ruleInWords } from "#app/features/decisions/explain-rule.ts";
import { DeclaredRule } from "#app/features/decisions/results/declared-rules.tsx";
import { say } from "#app/features/decisions/say.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** `ofTexts`: texts are voted on, and nobody is elected. */
type RuledVote = { decision: DecisionCard; ofTexts: boolean };

/**
 * What a vote rests on and what it takes; while it is open, how many have voted (where ballots
 * are secret: have taken one). Never how.
 */
export function VoteFacts({ decision, ofTexts }: RuledVote) {
  const { t } = useTranslation("live-session");
  const { phase, cast, entitled, urn } = decision;
  return (
    <div className="vote-facts">
      <p className="small muted">{decision.legalBasis}</p>
      <RuleWords decision={decision} ofTexts={ofTexts} />
      <Window decision={decision} />
      {phase !== "draft" && (
        <p className="vote-count">
          {urn
            ? t("vote.issued", { count: urn.issued, entitled })
            : t("vote.participation", { count: cast, entitled })}
        </p>
      )}
    </div>
  );
}

/** When a vote opens and closes by itself, as long as that is to come. */
function Window({ decision: { phase, opensAt, closesAt } }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  const opens = phase === "draft" ? opensAt : undefined;
  const closes = phase === "draft" || phase === "open" ? closesAt : undefined;
  if (opens === undefined && closes === undefined) return null;
  return (
    <p className="small">
      {opens !== undefined && t("vote.opensBy", { time: formatDateTime(language, opens) })}{" "}
      {closes !== undefined && t("vote.closesBy", { time: formatDateTime(language, closes) })}
    </p>
  );
}

/** The rule of a vote, as its ballot says it. */
export function RuleWords({ decision, ofTexts }: RuledVote) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  if (decision.method !== "resolution") {
    return <DeclaredRule method={decision.method} rule={decision.rule} ofTexts={ofTexts} />;
  }
  const sentences = ruleInWords(decision.rule).map((part) => say(t, language, part));
  return (
    <ul className="rule-words">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
