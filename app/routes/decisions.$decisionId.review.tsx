import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { NothingToReview, ReviewPage } from "#app/features/decisions/review-page.tsx";
import { answerReview } from "#app/features/decisions/review.server.ts";
import { PlainReviewPage } from "#app/features/decisions/secret/plain-review-page.tsx";

export function action(args: ActionFunctionArgs) {
  return answerReview(args);
}

export default function ReviewRoute() {
  const review = useActionData<typeof action>();
  const { decisionId = "" } = useParams();
  if (review && "named" in review && review.named.content !== undefined) {
    return <ReviewPage {...review.named} content={review.named.content} />;
  }
  if (review && "plain" in review && review.plain.content !== undefined) {
    return <PlainReviewPage {...review.plain} content={review.plain.content} />;
  }
  const refusal = review && "named" in review ? review.named.refusal : undefined;
  return <NothingToReview decisionId={decisionId} refusal={refusal} />;
}
