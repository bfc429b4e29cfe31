import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Page } from "#app/ui/page.tsx";
import { BALLOT_FORMS } from "./ballot-forms/registry.ts";
import { whatIsWrong } from "./ballot-forms/wrong.ts";
import { WrongBallot } from "./ballot-forms/wrong-ballot.tsx";
import { DecisionSheet } from "./decision-sheet.tsx";
import { KindLine } from "./kind-line.tsx";
import type { ReviewData } from "./review.server.ts";
import { useCast } from "./use-cast.ts";
import { useLivePhase } from "./use-live-phase.ts";
import { VoteWatch } from "./vote-watch.tsx";

type ReviewProps = ReviewData & { content: BallotContent };

/** A filled ballot, in words, between filling in and casting. */
export function ReviewPage(review: ReviewProps) {
  const { page, electorId, commandId } = review;
  const content = encodeBallot(review.content);
  const { t } = useTranslation("decisions");
  const live = useLivePhase(page);
  const {
    onSubmit,
    pending,
    refusal: refusedLive,
  } = useCast({
    decisionId: page.id,
    electorId,
    content,
    commandId,
  });
  const refusal = refusedLive ?? review.refusal;
  const over = live.phase !== "open";
  const stuck = refusal !== undefined || whatIsWrong(review.content, page) !== undefined;

  return (
    <DecisionSheet page={page} kind={<KindLine of={page} />}>
      {!refusal && <VoteWatch decisionId={page.id} loaded={page.phase} {...live} />}
      <Understood review={review} refusal={refusal} />
      <div className="review-acts row">
        {!stuck && (
          <Form method="post" action={`/decisions/${page.id}/review`} onSubmit={onSubmit}>
            <FilledIn electorId={electorId} content={content} />
            <input type="hidden" name="commandId" value={commandId} />
            <input type="hidden" name="intent" value="cast" />
            <Button disabled={over} busy={pending}>
              {pending ? t("review.casting") : t(castLabel(review))}
            </Button>
          </Form>
        )}
        <Form method="post" action={`/decisions/${page.id}?index`}>
          <FilledIn electorId={electorId} content={content} />
          <Button tone="quiet">{t(stuck || over ? "review.toBallot" : "review.back")}</Button>
        </Form>
      </div>
      <p role="status">{pending && live.status !== "connected" && t("review.waiting")}</p>
    </DecisionSheet>
  );
}

/** The ballot in words, and why it cannot be cast where it cannot. */
function Understood({ review, refusal }: { review: ReviewProps; refusal: Refusal | undefined }) {
  const { page, content } = review;
  const wrong = whatIsWrong(content, page);
  if (refusal) return <NotCast refusal={refusal} review={review} />;
  if (wrong) return <WrongBallot page={page} content={content} wrong={wrong} />;
  return <InWords {...review} />;
}

function castLabel({ page, electorId }: ReviewProps): string {
  const voted = page.electors.find((elector) => elector.id === electorId)?.ballot;
  return voted ? "review.castAgain" : "review.cast";
}

/** The ballot travels in the body of the form, never in the address. */
function FilledIn({ electorId, content }: { electorId: string; content: string }) {
  return (
    <>
      <input type="hidden" name="electorId" value={electorId} />
      <input type="hidden" name="content" value={content} />
    </>
  );
}

function InWords({ page, electorId, content }: ReviewProps) {
  const { t } = useTranslation("decisions");
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  const elector = page.electors.find((candidate) => candidate.id === electorId);
  return (
    <div className="review stack">
      <h2>{t("review.title")}</h2>
      <p>
        {elector?.self === false
          ? t("review.questionFor", { name: elector.name })
          : t("review.question")}
      </p>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
      <p className="small muted">{t("review.named")}</p>
    </div>
  );
}

/** The vote closed, or the ballot cannot be taken: said, with the choice still shown. */
function NotCast({ refusal, review }: { refusal: Refusal; review: ReviewProps }) {
  const { t } = useTranslation("decisions");
  const { page, content } = review;
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  return (
    <div className="stack">
      <h2>{t("review.notCast")}</h2>
      <RefusalNote refusal={refusal} />
      <p>{t("review.yourChoice")}</p>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
    </div>
  );
}

/** The address of the review without a ballot: reloaded, or posted with nothing chosen. */
export function NothingToReview({
  decisionId,
  refusal,
}: {
  decisionId: string;
  refusal?: Refusal;
}) {
  const { t } = useTranslation("decisions");
  return (
    <Page title={t("review.title")}>
      {refusal && <RefusalNote refusal={refusal} />}
      <p>{t("review.noChoice")}</p>
      <ButtonLink to={`/decisions/${decisionId}`}>{t("review.toBallot")}</ButtonLink>
    </Page>
  );
}
