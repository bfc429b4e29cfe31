import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import { DECISION_COMMANDS } from "#wire/decisions.ts";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import { textField } from "#app/features/live-session/form-field.ts";
import { filledContent } from "./load-ballot.server.ts";
import { loadOwnPage, type BallotPage } from "./load-page.server.ts";
import { whatIsWrong } from "./ballot-forms/wrong.ts";
import { answerPlainReview } from "./secret/plain-review.server.ts";

/** A ballot filled in, on its way to the box. It travels in bodies only: never in an address. */
export type ReviewData = {
  page: BallotPage;
  electorId: string;
  /** Absent when nothing was chosen, or nothing that this vote knows. */
  content?: BallotContent;
  /** The same for every attempt to cast what is shown: a double click casts once. */
  commandId: string;
  refusal?: Refusal;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Shows a filled ballot for review or, with the intent `cast`, puts it in the box. */
export async function answerReview(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const page = await loadOwnPage(args);
  if (page.ballotKind === "secret") return answerPlainReview(args, page, form);
  const given = textField(form, "commandId");
  const commandId = UUID.test(given) ? given : newCommandId();
  const electorId = textField(form, "electorId");
  const content = filledContent(form, page);
  if (!content) return answer({ page, electorId, commandId });
  const input = DECISION_COMMANDS["decision.cast"].safeParse({
    decisionId: page.id,
    electorId,
    content: encodeBallot(content),
  });
  if (!input.success) return answer({ page, electorId, commandId });

  const shown = { page, electorId, content, commandId };
  // What is to be mended is said on the review itself.
  if (whatIsWrong(content, page)) return answer(shown, 422);
  if (form.get("intent") !== "cast") {
    const refusal = foreseen(page, electorId);
    return answer({ ...shown, ...(refusal ? { refusal } : {}) });
  }
  const result = await args.context.api.decisions.cast(args.context.actor, input.data, commandId);
  if (result.ok) return redirect(`/decisions/${page.id}/receipt`);
  // What cannot be cast any more is still shown: nothing a person filled in disappears.
  return answer({
    ...shown,
    page: await loadOwnPage(args),
    refusal: result.refusal,
  });
}

function answer(review: ReviewData, readable = review.content ? 200 : 422) {
  const status = review.refusal ? 409 : readable;
  return data({ named: review }, { status, headers: { "Cache-Control": "no-store" } });
}

/** What casting would refuse, said before the review; casting itself judges again, under lock. */
function foreseen(page: BallotPage, electorId: string): Refusal | undefined {
  const elector = page.electors.find((candidate) => candidate.id === electorId);
  if (page.phase === "draft") return { code: "vote-not-open" };
  if (page.phase !== "open") return { code: "vote-closed" };
  if (!elector) return { code: "not-allowed" };
  if (!elector.entitled) return { code: "not-entitled" };
  if (elector.ballot && !page.mayChange) return { code: "already-voted" };
  return undefined;
}
