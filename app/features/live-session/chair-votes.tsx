import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import { OpenVote } from "./chair-irreversible.tsx";
import { CountedVote } from "./chair-tie.tsx";
import { AskOpening, UrnNotReady, UrnProgress } from "./chair-urn.tsx";
import { closedAct, isReady, nextAct } from "./next-act.ts";
import { decisionsInOrder } from "./session-lists.ts";
import { AnnulResult } from "./stage/annul-result.tsx";
import { CloseVote } from "./stage/close-vote.tsx";
import { VoteTrouble } from "./stage/vote-trouble.tsx";
import { VoteFacts } from "./vote-facts.tsx";

const PHASE_TONES: Record<DecisionPhase, TagTone> = {
  draft: "plain",
  open: "canopy",
  closed: "ochre",
  counted: "ochre",
  published: "lake",
};

type ChairVotesProps = { view: SessionView; reasonAskedFor: string | undefined };

/** Every vote of the assembly with its phase; the one that is the next act is worked above. */
export function ChairVotes({ view, reasonAskedFor }: ChairVotesProps) {
  const { t } = useTranslation("live-session");
  const votes = decisionsInOrder(view);
  const present = votes.filter((decision) => isPresent(view, decision));
  const others = votes.filter((decision) => !present.includes(decision));
  const list = (decisions: DecisionCard[]) => (
    <VoteList decisions={decisions} view={view} reasonAskedFor={reasonAskedFor} />
  );
  return (
    <Section id="votes" title={t("chair.votes")}>
      {present.length > 0 && list(present)}
      {others.length > 0 && (
        <details>
          <summary className="console-fold">
            {t("chair.otherVotes", { count: others.length })}
          </summary>
          {list(others)}
        </details>
      )}
    </Section>
  );
}

/** What may be acted on now; votes to come and votes settled are folded away under it. */
function isPresent(view: SessionView, decision: DecisionCard): boolean {
  const { phase, annulledAt } = decision;
  if (phase === "published" || annulledAt !== undefined) return false;
  return phase !== "draft" || mayOpenNow(view, decision);
}

type VoteListProps = ChairVotesProps & { decisions: DecisionCard[] };

function VoteList({ decisions, view, reasonAskedFor }: VoteListProps) {
  const next = nextAct(view);
  const above = "decision" in next ? next.decision.id : undefined;
  return (
    <ul className="console-list">
      {decisions.map((decision) => (
        <li key={decision.id} className="console-entry stack">
          <VoteHead decision={decision} view={view} />
          {decision.id !== above && (
            <VoteBody decision={decision} view={view} opens={mayOpenNow(view, decision)}>
              {decision.urn && !isReady(decision) ? (
                <UrnNotReady urn={decision.urn} slug={view.assembly.slug} />
              ) : (
                <OpenVote decision={decision} reasonAsked={reasonAskedFor === decision.id} />
              )}
            </VoteBody>
          )}
        </li>
      ))}
    </ul>
  );
}

function VoteHead({ decision, view }: { decision: DecisionCard; view: SessionView }) {
  const { t } = useTranslation(["live-session", "stage"]);
  const item = decision.itemId ? view.agenda[decision.itemId] : undefined;
  return (
    <div>
      <p className="row small">
        {decision.annulledAt === undefined ? (
          <Tag tone={PHASE_TONES[decision.phase]}>{t(`vote.phase.${decision.phase}`)}</Tag>
        ) : (
          <Tag tone="clay">{t("stage:annulled.tag")}</Tag>
        )}
        {decision.suspendedAt !== undefined && <Tag tone="ochre">{t("stage:suspended.tag")}</Tag>}
        {decision.repeats && <Tag tone="plain">{t("stage:annulled.repeats")}</Tag>}
        {decision.rehearsal && <Tag tone="ochre">{t("vote.rehearsal")}</Tag>}
        {item && <span className="muted">{t("question.onItem", { position: item.position })}</span>}
      </p>
      <h3>
        <Words of={decision.title} />
      </h3>
    </div>
  );
}

/** A vote opens at its station or after it: before, the room has not heard what it is about. */
function mayOpenNow(view: SessionView, { itemId }: DecisionCard): boolean {
  const station = itemId ? view.agenda[itemId] : undefined;
  return view.assembly.phase === "live" && station?.phase !== "upcoming";
}

type VoteBodyProps = {
  decision: DecisionCard;
  view: SessionView;
  opens: boolean;
  children: ReactNode;
};

/** `children` opens the vote, where it can be opened now. */
function VoteBody({ decision, view, opens, children }: VoteBodyProps) {
  const { t } = useTranslation("live-session");
  if (decision.annulledAt !== undefined) {
    return (
      <>
        <p className="small">{decision.annulReason}</p>
        {decision.phase === "published" && (
          <Link to={`/decisions/${decision.id}/result`}>{t("vote.resultLink")}</Link>
        )}
      </>
    );
  }
  switch (decision.phase) {
    case "draft":
      return opens ? children : null;
    case "open":
      return (
        <>
          <VoteFacts decision={decision} ofTexts={isApart(view.assembly.id)} />
          <CloseVote decision={decision} view={view} />
          <VoteTrouble decision={decision} view={view} />
        </>
      );
    case "closed":
      return (
        <>
          <ClosedVote decision={decision} />
          <VoteTrouble decision={decision} view={view} />
        </>
      );
    case "counted":
      return (
        <>
          <CountedVote decision={decision} />
          <VoteTrouble decision={decision} view={view} />
        </>
      );
    case "published":
      return (
        <>
          <Link to={`/decisions/${decision.id}/result`}>{t("vote.resultLink")}</Link>
          <AnnulResult decision={decision} live={view.assembly.phase === "live"} />
        </>
      );
  }
}

/** Counted by itself, or by those who keep the urn's key. */
function ClosedVote({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  return (
    <>
      {decision.urn && <UrnProgress decisionId={decision.id} urn={decision.urn} />}
      {closedAct(decision) === "ask-opening" && <AskOpening decisionId={decision.id} />}
      {closedAct(decision) === "wait-for-count" && (
        <p className="muted">{t("chair.waitForCount.title")}</p>
      )}
    </>
  );
}
