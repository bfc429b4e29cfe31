import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Page } from "#app/ui/page.tsx";
import { BALLOT_FORMS } from "./ballot-forms/registry.ts";
import { DecisionSheet } from "./decision-sheet.tsx";
import { KindLine } from "./kind-line.tsx";
import type { ReviewData } from "./review.server.ts";
import { useCast } from "./use-cast.ts";
import { useLivePhase } from "./use-live-phase.ts";
import { VoteWatch } from "./vote-watch.tsx";

type ReviewProps = ReviewData & { optionId: string };

/** A filled ballot, in words, between filling in and casting. */
export function ReviewPage(review: ReviewProps) {
  const { page, electorId, optionId, commandId } = review;
  const { t } = useTranslation("decisions");
  const live = useLivePhase(page);
  const {
    onSubmit,
    pending,
    refusal: refusedLive,
  } = useCast({
    decisionId: page.id,
    electorId,
    optionId,
    commandId,
  });
  const refusal = refusedLive ?? review.refusal;
  const known = page.options.some((option) => option.id === optionId);
  const over = live.phase !== "open";
  const waiting = pending && live.status !== "connected";

  return (
    <DecisionSheet page={page} kind={<KindLine of={page} />}>
      {!refusal && <VoteWatch decisionId={page.id} loaded={page.phase} {...live} />}
      {refusal ? (
        <NotCast refusal={refusal} {...(known ? { review } : {})} />
      ) : (
        <InWords {...review} />
      )}
      <div className="review-acts row">
        {!refusal && (
          <Form method="post" action={`/decisions/${page.id}/review`} onSubmit={onSubmit}>
            <FilledIn electorId={electorId} optionId={optionId} />
            <input type="hidden" name="commandId" value={commandId} />
            <input type="hidden" name="intent" value="cast" />
            <Button disabled={over} busy={pending}>
              {pending ? t("review.casting") : t(castLabel(review))}
            </Button>
          </Form>
        )}
        <Form method="post" action={`/decisions/${page.id}?index`}>
          <FilledIn electorId={electorId} optionId={optionId} />
          <Button tone="quiet">{t(refusal || over ? "review.toBallot" : "review.back")}</Button>
        </Form>
      </div>
      <p role="status">{waiting && t("review.waiting")}</p>
    </DecisionSheet>
  );
}

function castLabel({ page, electorId }: ReviewProps): string {
  const voted = page.electors.find((elector) => elector.id === electorId)?.ballot;
  return voted ? "review.castAgain" : "review.cast";
}

/** The ballot travels in the body of the form, never in the address. */
function FilledIn({ electorId, optionId }: { electorId: string; optionId: string }) {
  return (
    <>
      <input type="hidden" name="electorId" value={electorId} />
      <input type="hidden" name="optionId" value={optionId} />
    </>
  );
}

function InWords({ page, electorId, optionId }: ReviewProps) {
  const { t } = useTranslation("decisions");
  const { Choice } = BALLOT_FORMS.resolution;
  const elector = page.electors.find((candidate) => candidate.id === electorId);
  return (
    <div className="review stack">
      <h2>{t("review.title")}</h2>
      <p>
        {elector?.self === false
          ? t("review.questionFor", { name: elector.name })
          : t("review.question")}
      </p>
      <p className="review-choice">
        <Choice page={page} content={{ kind: "choice", option: optionId }} />
      </p>
      <p className="small muted">{t("review.named")}</p>
    </div>
  );
}

/** The vote closed, or the ballot cannot be taken: said, with the choice still shown. */
function NotCast({ refusal, review }: { refusal: Refusal; review?: ReviewProps }) {
  const { t } = useTranslation("decisions");
  const { Choice } = BALLOT_FORMS.resolution;
  return (
    <div className="stack">
      <h2>{t("review.notCast")}</h2>
      <RefusalNote refusal={refusal} />
      {review && (
        <p>
          {t("review.yourChoice")}{" "}
          <Choice page={review.page} content={{ kind: "choice", option: review.optionId }} />
        </p>
      )}
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
