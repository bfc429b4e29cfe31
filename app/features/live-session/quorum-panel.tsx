import { useTranslation } from "react-i18next";
import { ceilingOf } from "#domain/kernel/fraction.ts";
import type { Quorum } from "#domain/decisions/resolution.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { MandatesInQuorum } from "#app/features/mandates/mandates-in-quorum.tsx";
import { currentItem, decisionsInOrder } from "./session-lists.ts";

/** Presence against what the votes of the present station ask for, in persons and in shares. */
export function QuorumPanel({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const item = currentItem(view);
  const asking = decisionsInOrder(view).filter(
    (one) => one.itemId === item?.id && quorumOf(one) !== undefined,
  );
  if (view.roll.persons === 0) return null;
  const quorums = asking.flatMap((one) => quorumOf(one) ?? []);
  return (
    <Section title={t("quorum.heading")}>
      <Gauge view={view} unit="persons" quorum={highest(quorums, "persons")} />
      <Gauge view={view} unit="shares" quorum={highest(quorums, "shares")} />
      {view.mandates && <MandatesInQuorum mandates={view.mandates} />}
      {asking.length === 0 ? (
        <p className="small muted">{t("quorum.noVote")}</p>
      ) : (
        <ul className="small">
          {asking.map((decision) => (
            <li key={decision.id}>
              <Words of={decision.title} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The quorum that a vote asks for. */
function quorumOf(decision: DecisionCard): Quorum | undefined {
  if (decision.method !== "resolution" || decision.rule.secondMeeting) return undefined;
  return decision.rule.quorum;
}

/** Of several quorums in one unit, the one that is hardest to reach. */
function highest(quorums: Quorum[], unit: Quorum["unit"]): Quorum | undefined {
  return quorums
    .filter((quorum) => quorum.unit === unit)
    .sort((a, b) => b.num * a.den - a.num * b.den)[0];
}

type GaugeProps = { view: SessionView; unit: Quorum["unit"]; quorum: Quorum | undefined };

function Gauge({ view, unit, quorum }: GaugeProps) {
  const { t } = useTranslation("live-session");
  const part = view.present[unit];
  const whole = view.roll[unit];
  const needed = quorum && ceilingOf(quorum, whole);
  const words = [t("quorum.of", { part, whole })];
  if (needed !== undefined) {
    words.push(t("quorum.needed", { needed }));
    words.push(t(part >= needed ? "quorum.reached" : "quorum.notReached"));
  }
  return (
    <Progress
      label={t(`quorum.${unit}`)}
      value={part}
      max={whole}
      {...(needed === undefined ? {} : { needed })}
      words={words.join(" · ")}
    />
  );
}
