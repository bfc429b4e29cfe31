import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { NothingToReview, ReviewPage } from "#app/features/decisions/review-page.tsx";
import { answerReview } from "#app/features/decisions/review.server.ts";

export function action(args: ActionFunctionArgs) {
  return answerReview(args);
}

export default function ReviewRoute() {
  const review = useActionData<typeof action>();
  const { decisionId = "" } = useParams();
  if (review?.optionId === undefined) {
    return <NothingToReview decisionId={decisionId} refusal={review?.refusal} />;
  }
  return <ReviewPage {...review} optionId={review.optionId} />;
}
