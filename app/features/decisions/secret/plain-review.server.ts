import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import { refuse, type Refusal } from "#domain/kernel/result.ts";
import { CAST_WITHOUT_SCRIPT } from "#wire/decisions.ts";
import { textField } from "#app/features/live-session/form-field.ts";
import { whatIsWrong } from "../ballot-forms/wrong.ts";
import { filledContent } from "../load-ballot.server.ts";
import type { BallotPage } from "../load-page.server.ts";
import { wordsIn } from "./receipt-lists.server.ts";

/** A secret ballot from a browser without scripts, on its way to the urn. */
export type PlainReviewData = {
  page: BallotPage;
  electorId: string;
  /** What was filled in; absent when nothing was. */
  content?: BallotContent;
  refusal?: Refusal;
  /** The receipt, once it is cast: shown by this answer alone, for nothing leads back to it. */
  words?: string;
};

/**
 * Shows a filled secret ballot for review or, with the intent `cast`, puts mark and ballot in
 * together. Browsers with scripts never post here.
 */
export async function answerPlainReview(
  { context }: Pick<LoaderFunctionArgs, "context">,
  page: BallotPage,
  form: FormData,
) {
  const electorId = textField(form, "electorId");
  const content = filledContent(form, page);
  if (!content) return answer({ page, electorId });
  const shown = { page, electorId, content };
  if (textField(form, "intent") !== "cast" || whatIsWrong(content, page))
    return answer({ ...shown, ...foreseen(page, electorId) });

  const input = CAST_WITHOUT_SCRIPT.safeParse({
    decisionId: page.id,
    electorId,
    content: encodeBallot(content),
  });
  const result = input.success
    ? await context.api.decisions.ballotBox.castWithoutScript(context.actor, input.data)
    : refuse("bad-input");
  if (!result.ok) return answer({ ...shown, refusal: result.refusal });
  return answer({ ...shown, words: wordsIn(context.language, result.value.words) });
}

function answer(review: PlainReviewData) {
  const status = review.refusal ? 409 : review.content ? 200 : 422;
  return data({ plain: review }, { status, headers: { "Cache-Control": "no-store" } });
}

/** What casting would refuse, said before the review; casting itself judges again, under lock. */
function foreseen(page: BallotPage, electorId: string): { refusal?: Refusal } {
  const elector = page.electors.find((candidate) => candidate.id === electorId);
  if (page.phase === "draft") return { refusal: { code: "vote-not-open" } };
  if (page.phase !== "open") return { refusal: { code: "vote-closed" } };
  if (!elector) return { refusal: { code: "not-allowed" } };
  if (!elector.entitled) return { refusal: { code: "not-entitled" } };
  if (elector.mark) return { refusal: { code: "already-issued" } };
  return {};
}
