import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { QuestionStage } from "#domain/live-session/rounds.ts";
import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { ActForm } from "./act-form.tsx";
import { CloseSession, OpenVote } from "./chair-irreversible.tsx";
import { CountedVote } from "./chair-tie.tsx";
import { UrnStep } from "./chair-urn.tsx";
import type { NextAct } from "./next-act.ts";
import { QuestionCard } from "./question-card.tsx";
import { BurstClock } from "./questions/burst-clock.tsx";
import { DrawSlot, RoundStep } from "./questions/round-step.tsx";
import { queueInOrder } from "./session-lists.ts";
import { CloseVote } from "./stage/close-vote.tsx";
import { ResumeSession } from "./stage/incident-desk.tsx";
import { VoteTrouble } from "./stage/vote-trouble.tsx";
import { useWords } from "./use-words.ts";
import { VoteFacts } from "./vote-facts.tsx";

type ChairStepProps = {
  next: NextAct;
  view: SessionView;
  today: string;
  reasonAskedFor: string | undefined;
};

/** What the chair needs before them to do the next act, and its button. */
export function ChairStep({ next, view, today, reasonAskedFor }: ChairStepProps) {
  const { id: assemblyId } = view.assembly;
  if ("decision" in next) {
    return <VoteStep next={next} view={view} reasonAskedFor={reasonAskedFor} />;
  }
  switch (next.act) {
    case "open-session":
      return <OpenSession assemblyId={assemblyId} />;
    case "resume-session":
      return <ResumeSession assemblyId={assemblyId} />;
    case "go":
      return <Go view={view} item={next.item} />;
    case "ask":
      return <Ask question={next.question} view={view} today={today} />;
    case "listen":
      return <Listen question={next.question} view={view} today={today} />;
    case "move-round":
      return <MoveRound view={view} to={next.to} />;
    case "draw-slot":
      return <DrawSlot view={view} tone="primary" />;
    case "close-session":
      return <CloseSession assemblyId={assemblyId} />;
    default:
      return null; // nothing to press
  }
}

type VoteStepProps = {
  next: Extract<NextAct, { decision: DecisionCard }>;
  view: SessionView;
  reasonAskedFor: string | undefined;
};

function VoteStep({ next: { act, decision }, view, reasonAskedFor }: VoteStepProps) {
  const { slug } = view.assembly;
  switch (act) {
    case "open-vote":
      return (
        <Opening decision={decision} view={view} reasonAsked={reasonAskedFor === decision.id} />
      );
    case "close-vote":
      return <Closing decision={decision} view={view} />;
    case "await-urn":
    case "ask-opening":
    case "await-shares":
    case "urn-altered":
      return <UrnStep act={act} decision={decision} slug={slug} />;
    case "settle-tie":
    case "publish":
      return (
        <>
          <CountedVote key={decision.id} decision={decision} />
          <VoteTrouble decision={decision} view={view} />
        </>
      );
    case "wait-for-count":
      return null; // the job process counts
  }
}

function OpenSession({ assemblyId }: { assemblyId: string }) {
  const { t } = useTranslation("live-session");
  return (
    <ActForm
      act="session.open"
      fields={{ assemblyId }}
      label={t("chair.openSession.button")}
      tone="primary"
    />
  );
}

function Go({ view, item }: { view: SessionView; item: AgendaItemView }) {
  const { t } = useTranslation("live-session");
  const words = useWords();
  const { id: assemblyId, currentItemId: from } = view.assembly;
  return (
    <ActForm
      key={item.id}
      act="agenda.go"
      fields={{ assemblyId, itemId: item.id, ...(from ? { from } : {}) }}
      label={t("chair.go.button", { title: words(item.title) })}
      tone="primary"
    />
  );
}

/** The round's next stage, and while voices are taken how many and for how long. */
function MoveRound({ view, to }: { view: SessionView; to: QuestionStage }) {
  const { t } = useTranslation("questions");
  const { burst, silent } = view.questioning;
  return (
    <>
      {burst ? (
        <p>
          <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />{" "}
          <span className="muted">{t("chair.voices", { count: burst.voices })}</span>
        </p>
      ) : (
        <p>{t("round.silent", { count: silent })}</p>
      )}
      <RoundStep view={view} to={to} tone="primary" />
    </>
  );
}

type WithQuestion = { question: QuestionView; view: SessionView; today: string };

function Ask({ question, view, today }: WithQuestion) {
  const { t } = useTranslation("live-session");
  return (
    <>
      <QuestionCard idPrefix="next" question={question} agenda={view.agenda} today={today} />
      <ActForm
        key={question.id}
        act="question.ask"
        fields={{ questionId: question.id }}
        label={t("chair.ask.button", { number: question.number })}
        tone="primary"
      />
    </>
  );
}

function Listen({ question, view, today }: WithQuestion) {
  const { t } = useTranslation("live-session");
  const [following] = queueInOrder(view);
  return (
    <>
      <QuestionCard idPrefix="next" question={question} agenda={view.agenda} today={today} />
      {following && (
        <ActForm
          key={following.id}
          act="question.ask"
          fields={{ questionId: following.id }}
          label={t("chair.listen.nextButton", { number: following.number })}
        />
      )}
    </>
  );
}

type OpeningProps = { decision: DecisionCard; view: SessionView; reasonAsked: boolean };

function Opening({ decision, view, reasonAsked }: OpeningProps) {
  return (
    <>
      <VoteFacts decision={decision} ofTexts={isApart(view.assembly.id)} />
      <OpenVote key={decision.id} decision={decision} opener="primary" reasonAsked={reasonAsked} />
    </>
  );
}

function Closing({ decision, view }: { decision: DecisionCard; view: SessionView }) {
  return (
    <>
      <VoteFacts decision={decision} ofTexts={isApart(view.assembly.id)} />
      <CloseVote key={decision.id} decision={decision} view={view} opener="primary" />
      <VoteTrouble key={`trouble-${decision.id}`} decision={decision} view={view} />
    </>
  );
}
