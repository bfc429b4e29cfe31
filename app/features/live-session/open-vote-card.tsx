import { useTranslation } from "react-i18next";
import type { MySessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { formatList, formatTime } from "#app/i18n/format.ts";
import { isPastHalf } from "#domain/decisions/past-half.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useCastHere } from "#app/features/decisions/secret/use-held-ballots.ts";
import "./open-vote-card.css";
import { myVote, type MyVote } from "./ballots-of.ts";
import { useClock } from "./stage/server-clock.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** An open vote, as large and calm as it deserves: it leads to the ballot and shows no choice. */
export function OpenVoteCard({ decision, mine }: { decision: DecisionCard; mine: MySessionView }) {
  const { t } = useTranslation(["live-session", "stage"]);
  const vote = myVote(mine, decision, useCastHere(decision.id));
  const { cast, entitled, urn } = decision;
  const suspended = decision.suspendedAt !== undefined;
  return (
    <section className="open-vote" aria-labelledby={`vote-${decision.id}`}>
      <p className="open-vote-sign">{t(suspended ? "stage:suspended.vote" : "vote.open")}</p>
      <h2 id={`vote-${decision.id}`} className="open-vote-title">
        <Words of={decision.title} />
      </h2>
      <p className="open-vote-basis">{decision.legalBasis}</p>
      {decision.repeats && <p className="small">{t("stage:annulled.again")}</p>}
      {suspended && (
        <Notice tone="wait" role="status">
          <p>{t("stage:suspended.voteWords")}</p>
        </Notice>
      )}
      <VoteStanding vote={vote} decision={decision} />
      {mine.present && vote.remainingFor.length > 0 && <HalfTime decision={decision} />}
      <ButtonLink
        to={`/decisions/${decision.id}`}
        tone={vote.entitled && !vote.complete && !suspended ? "primary" : "quiet"}
      >
        {t(suspended ? "vote.goRead" : linkTo(vote))}
      </ButtonLink>
      <p className="open-vote-count">
        {urn
          ? t("vote.issued", { count: urn.issued, entitled })
          : t("vote.participation", { count: cast, entitled })}
      </p>
    </section>
  );
}

/** To who came and has not voted, past half of the time: a line, and nothing about the others. */
function HalfTime({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  const now = useClock();
  if (now === undefined || !isPastHalf(decision, now)) return null;
  return (
    <p role="status">
      {t(`vote.halfTime.${decision.ballotKind}`, {
        time: formatTime(language, decision.closesAt ?? now),
      })}
    </p>
  );
}

function linkTo({ entitled, complete, otherwise }: MyVote): string {
  if (!entitled || otherwise) return "vote.goRead";
  return complete ? "vote.goAgain" : "vote.go";
}

function VoteStanding({ vote, decision }: { vote: MyVote; decision: DecisionCard }) {
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  if (!vote.entitled) return <p>{t("vote.notElector")}</p>;
  if (vote.otherwise && vote.alone) {
    return <p className="open-vote-done">{t(`vote.otherwise.${vote.otherwise}`)}</p>;
  }
  if (vote.complete && vote.alone) {
    return (
      <p className="open-vote-done">
        {t(decision.mayChange ? "vote.votedMayChange" : "vote.voted")}
      </p>
    );
  }
  const { doneFor, remainingFor } = vote;
  return (
    <>
      {doneFor.length > 0 && (
        <p className="open-vote-done">
          {t("vote.votedFor", { names: formatList(language, doneFor) })}
        </p>
      )}
      {remainingFor.length > 0 && !vote.alone && (
        <p>{t("vote.remainingFor", { names: formatList(language, remainingFor) })}</p>
      )}
      {remainingFor.length > 0 && <p>{t(`vote.${decision.ballotKind}`)}</p>}
    </>
  );
}
