import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { PosterView } from "#wire/check-in.ts";
import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { ScreenPoster } from "#app/features/check-in/poster.tsx";
import { hasResult } from "#app/features/decisions/has-result.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { BurstOnScreen } from "./questions/burst-on-screen.tsx";
import { PollOnScreen } from "./polls/poll-on-screen.tsx";
import { textSize, type Scene } from "./screen-scene.ts";
import { ClosedUrn, ScreenFingerprint } from "./screen-urn.tsx";
import { nextItem } from "./session-lists.ts";
import { ToldOnScreen } from "./stage/screen-told.tsx";
import { RuleWords } from "./vote-facts.tsx";

type SceneProps = {
  scene: Scene;
  view: SessionView;
  /** Where people go with their phone: an address to type, and the poster of this site. */
  wayIn: { host: string; poster?: PosterView };
};

/** The one thing the room looks at. */
export function SceneOnScreen({ scene, view, wayIn }: SceneProps) {
  const { t } = useTranslation("live-session");
  const { host, poster } = wayIn;
  switch (scene.scene) {
    case "vote":
      return <OpenVote decision={scene.decision} view={view} host={host} />;
    case "counting":
      return <Counting decision={scene.decision} />;
    case "result":
      return <Result decision={scene.decision} />;
    case "burst":
      return <BurstOnScreen burst={scene.burst} host={host} />;
    case "poll":
      return <PollOnScreen poll={scene.poll} host={host} />;
    case "question":
      return <AskedQuestion question={scene.question} />;
    case "station":
      return <PresentStation item={scene.item} view={view} />;
    case "welcome":
      return <Welcome poster={poster} />;
    case "poster":
      if (poster) return <ScreenPoster poster={poster} />;
      return <ToldOnScreen scene={scene} view={view} host={host} />;
    case "closed":
      return <h2 className="screen-title">{t("screen.closed")}</h2>;
    default:
      return <ToldOnScreen scene={scene} view={view} host={host} />;
  }
}

function AskedQuestion({ question }: { question: QuestionView }) {
  const { t } = useTranslation("live-session");
  return (
    <article className="screen-question">
      <p className="screen-sign">
        <span className="screen-number">{question.number}</span>{" "}
        {question.author && t("question.by", { name: question.author })}
      </p>
      <blockquote
        className={`screen-text screen-text-${textSize(question.text)}`}
        lang={question.language}
      >
        {question.text}
      </blockquote>
    </article>
  );
}

type OpenVoteProps = { decision: DecisionCard; view: SessionView; host: string };

function OpenVote({ decision, view, host }: OpenVoteProps) {
  const { t } = useTranslation(["live-session", "urns", "stage"]);
  const language = useLanguage();
  const { cast, entitled, urn } = decision;
  return (
    <article className="screen-vote">
      <p className="screen-sign">{t(signOf(decision))}</p>
      <h2 className="screen-title">
        <Words of={decision.title} />
      </h2>
      <p className="screen-count">
        <strong>{formatNumber(language, urn ? urn.issued : cast)}</strong>
        <span>
          {urn
            ? t("urns:screen.issued", { count: urn.issued, entitled })
            : t("screen.cast", { count: cast, entitled })}
        </span>
      </p>
      <RuleWords decision={decision} ofTexts={isApart(view.assembly.id)} />
      <p className="screen-how">
        {decision.suspendedAt === undefined
          ? t("screen.voteHow", { address: host })
          : t("stage:suspended.voteRoom")}
      </p>
    </article>
  );
}

/** An open vote that is suspended takes nothing; a secret one takes ballots nobody reads. */
function signOf({ urn, suspendedAt }: DecisionCard): string {
  if (suspendedAt !== undefined) return "stage:suspended.vote";
  return urn ? "urns:screen.voteOpen" : "screen.voteOpen";
}

function Counting({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  if (!decision.urn) return <Sign sign={t("screen.counting")} decision={decision} />;
  return <ClosedUrn decision={decision} urn={decision.urn} />;
}

function Sign({ sign, decision }: { sign: string; decision: DecisionCard }) {
  return (
    <article>
      <p className="screen-sign">{sign}</p>
      <h2 className="screen-title">
        <Words of={decision.title} />
      </h2>
    </article>
  );
}

function Result({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  if (!hasResult(decision)) return <Sign sign={t("screen.result")} decision={decision} />;
  return (
    <article className="screen-result">
      <h2 className="screen-subject">
        <Words of={decision.title} />
      </h2>
      <ResultOf decision={decision} size="screen" />
      {decision.urn?.boardHead && <ScreenFingerprint hex={decision.urn.boardHead} />}
    </article>
  );
}

function PresentStation({ item, view }: { item: AgendaItemView; view: SessionView }) {
  const { t } = useTranslation("live-session");
  const next = nextItem(view);
  return (
    <article>
      <p className={`screen-sign screen-sign-${item.purpose}`}>
        {t(`agenda.purpose.${item.purpose}`)}
      </p>
      <h2 className="screen-title">
        <Words of={item.title} />
      </h2>
      {next && (
        <p className="screen-next">
          {t("screen.next")} <Words of={next.title} />
        </p>
      )}
    </article>
  );
}

/** Before it begins, who comes in sees how to enter. */
function Welcome({ poster }: { poster: PosterView | undefined }) {
  const { t } = useTranslation("live-session");
  const words = (
    <>
      <h2 className="screen-title">{t("screen.welcome")}</h2>
      <p className="screen-words">{t("screen.welcomeConvened")}</p>
    </>
  );
  return poster ? <ScreenPoster poster={poster}>{words}</ScreenPoster> : <article>{words}</article>;
}
