import { useTranslation } from "react-i18next";
import { SMALL_BATCH } from "#domain/decisions/secret/urn.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { CheckInList } from "./check-in-list.tsx";
import { checkInStanding } from "./check-in-standing.ts";
import type { HeldBallot } from "./held-ballots.ts";
import { MoveAway, MoveHere } from "./move-ballots.tsx";
import { useCredentials } from "./use-credentials.ts";
import { useCanSeal, useHeldBallots } from "./use-held-ballots.ts";
import { useResend } from "./use-resend.ts";
import "./secret.css";

type CheckInProps = { view: SessionView; mine: MySessionView };

/** The secret ballots of a session, taken by themselves once the person has entered. */
export function CheckInPanel({ view, mine }: CheckInProps) {
  const decisions = Object.values(view.decisions)
    .filter((decision) => decision.ballotKind === "secret" && isAhead(decision))
    .sort((a, b) => a.position - b.position);
  const doorsOpen = view.assembly.phase === "convened" || view.assembly.phase === "live";
  const isElector = Object.keys(mine.electors).length > 0 || view.roll.persons === 0;
  if (decisions.length === 0 || !doorsOpen || !isElector) return null;
  return <Panel view={view} mine={mine} decisions={decisions} />;
}

function isAhead({ phase }: DecisionCard): boolean {
  return phase === "draft" || phase === "open";
}

function Panel({ view, mine, decisions }: CheckInProps & { decisions: DecisionCard[] }) {
  const { t } = useTranslation("ballot-box");
  const { id: assemblyId, phase } = view.assembly;
  const electorIds = Object.keys(mine.electors);
  const urns = decisions.flatMap(({ id, urn }) => (urn?.keyId ? `${id}/${urn.keyId}` : []));
  const active = mine.present && phase === "live";
  const canSeal = useCanSeal();
  const credentials = useCredentials(assemblyId, electorIds, { active, urns });
  useResend(assemblyId, electorIds);

  const ids = decisions.map(({ id }) => id);
  const held = useHeldBallots(assemblyId, electorIds).filter((one) => ids.includes(one.decisionId));
  const signed = held.filter(({ issueSignature }) => issueSignature);
  const standing = checkInStanding({ ...credentials, canSeal, held, phase, present: mine.present });
  return (
    <section className="check-in stack" aria-labelledby="check-in">
      <h2 id="check-in">{t("checkIn.title")}</h2>
      <noscript>
        <p>{t("checkIn.noScript")}</p>
      </noscript>
      <p role="status" className="scripts-only">
        {standing && t(`checkIn.standing.${standing.code}`, { count: standing.count })}
      </p>
      <SmallBatch held={signed} />
      <CheckInList
        decisions={decisions}
        electors={mine.electors}
        held={held}
        refused={credentials.refused}
      />
      {signed.length > 0 && <MoveAway held={signed} />}
      {Object.values(credentials.refused).includes("already-issued") && (
        <MoveHere assemblyId={assemblyId} electorIds={electorIds} />
      )}
    </section>
  );
}

/** Latecomers who received their ballots with few others are hidden among few others. */
function SmallBatch({ held }: { held: HeldBallot[] }) {
  const { t } = useTranslation("ballot-box");
  const sizes = held
    .filter(({ cast }) => !cast)
    .map(({ batchSize = 0 }) => batchSize)
    .filter((size) => size > 0 && size < SMALL_BATCH);
  if (sizes.length === 0) return null;
  return <p>{t("batch.body", { count: Math.min(...sizes) })}</p>;
}
