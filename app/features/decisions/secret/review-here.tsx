import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { SMALL_BATCH } from "#domain/decisions/secret/urn.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import type { HeldBallot } from "./held-ballots.ts";
import { NotCastHere } from "./not-cast-here.tsx";
import type { StepsProps } from "./sealed-ballot-steps.tsx";
import { useArrival } from "./use-arrival.ts";
import type { Casting } from "./use-cast-sealed.ts";

type ReviewHereProps = StepsProps & {
  content: BallotContent;
  casting: Casting;
  onCast: () => void;
  onBack: () => void;
};

/** The filled ballot between filling in and casting; what became of it is said here too. */
export function ReviewHere(props: ReviewHereProps) {
  const { page, content, casting, onBack } = props;
  const outcome = casting.step === "done" ? casting.outcome : undefined;
  if (outcome && outcome.state !== "cast") {
    const code = outcome.state === "late" ? "vote-closed" : outcome.code;
    return <NotCastHere page={page} content={content} refusal={{ code }} onBack={onBack} />;
  }
  return <Reviewed {...props} />;
}

function Reviewed(props: ReviewHereProps) {
  const { page, elector, held, content } = props;
  const { t } = useTranslation("ballot-box");
  const heading = useArrival<HTMLHeadingElement>();
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  const wait = waitingFor(props);
  return (
    <section className="review stack" aria-labelledby="review">
      <h2 id="review" ref={heading} tabIndex={-1}>
        {t("decisions:review.title")}
      </h2>
      <p>
        {elector.self
          ? t("decisions:review.question")
          : t("decisions:review.questionFor", { name: elector.name })}
      </p>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
      <p className="small muted">{t("review.sealed")}</p>
      <SmallBatch held={held} />
      <p role="status">{wait && t(wait)}</p>
      <Acts {...props} />
    </section>
  );
}

function Acts({ held, casting, closed, onCast, onBack }: ReviewHereProps) {
  const { t } = useTranslation("decisions");
  const sending = casting.step === "sending" || casting.step === "away";
  const label = held?.cast ? "review.castAgain" : "review.cast";
  return (
    <div className="row">
      <Button
        type="button"
        disabled={closed || !held?.issueSignature}
        busy={sending}
        onClick={onCast}
      >
        {t(sending ? "review.casting" : label)}
      </Button>
      {!sending && (
        <Button type="button" tone="quiet" onClick={onBack}>
          {t(closed ? "review.toBallot" : "review.back")}
        </Button>
      )}
    </div>
  );
}

/** Why nothing can be cast yet, or where the ballot is; said aloud as it changes. */
function waitingFor({ held, away, casting }: ReviewHereProps): string | undefined {
  if (casting.step === "sending") return "review.leaving";
  if (casting.step === "away") return "review.away";
  if (held?.issueSignature) return undefined;
  if (away) return "credentials.away";
  return held ? "credentials.waiting" : "credentials.preparing";
}

/** Latecomers who received their ballots with few others are hidden among few others. */
function SmallBatch({ held }: { held: HeldBallot | undefined }) {
  const { t } = useTranslation("ballot-box");
  const { batchSize = 0 } = held ?? {};
  if (batchSize === 0 || batchSize >= SMALL_BATCH) return null;
  return (
    <Notice tone="wait" title={t("batch.title")}>
      <p>{t("batch.body", { count: batchSize })}</p>
    </Notice>
  );
}
