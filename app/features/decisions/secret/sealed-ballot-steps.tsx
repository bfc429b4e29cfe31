import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { forgetPicks, handedPicks } from "../ballot-forms/handed-picks.ts";
import type { BallotPage } from "../load-page.server.ts";
import { FillInHere } from "./fill-in-here.tsx";
import { HeldReceipt } from "./held-receipt.tsx";
import type { HeldBallot } from "./held-ballots.ts";
import { ReviewHere } from "./review-here.tsx";
import { useCastSealed } from "./use-cast-sealed.ts";
import { VotedInSecret } from "./voted-in-secret.tsx";

export type StepsProps = {
  page: BallotPage;
  elector: ElectorView;
  /** The vote was closed while this page was open. */
  closed: boolean;
  /** The credential, once it has been made. */
  held: HeldBallot | undefined;
  /** The ballot box does not answer. */
  away: boolean;
  /** Somebody else for whom the reader has not voted yet. */
  next: ElectorView | undefined;
};

/**
 * Fill in, review, cast, receipt: all on this page and in this browser, so that no address, form or
 * history ever holds the choice.
 */
export function SealedBallotSteps(props: StepsProps) {
  const { page, elector, closed, held } = props;
  const [content, setContent] = useState<BallotContent | undefined>(() => handedTo(page));
  const [reviewing, setReviewing] = useState(false);
  const { casting, cast, reset } = useCastSealed({
    electorId: elector.id,
    decisionId: page.id,
    assemblyId: page.assembly.id,
  });
  const review = (filled: BallotContent) => {
    reset();
    setContent(filled);
    setReviewing(true);
  };
  const castReviewed = async (filled: BallotContent) => {
    const outcome = await cast(filled);
    if (outcome.state !== "cast") return;
    forgetPicks(page.id);
    setContent(undefined);
    setReviewing(false);
  };

  if (reviewing && content) {
    return (
      <ReviewHere
        {...props}
        content={content}
        casting={casting}
        onCast={() => void castReviewed(content)}
        onBack={() => setReviewing(false)}
      />
    );
  }
  if (held?.sending) return <OnItsWay />;
  const form = (
    <>
      {held?.notTaken && <RefusalNote refusal={{ code: held.notTaken }} />}
      <FillInHere
        page={page}
        elector={elector}
        filled={content}
        closed={closed}
        onFilled={review}
      />
    </>
  );
  if (!held?.cast) {
    return (
      <>
        {held?.late && <HeldReceipt page={page} elector={elector} held={held} />}
        {form}
      </>
    );
  }
  return (
    <VotedInSecret
      page={page}
      elector={elector}
      held={held}
      next={props.next}
      justCast={casting.step === "done"}
      changing={content !== undefined || held.notTaken !== undefined}
    >
      {form}
    </VotedInSecret>
  );
}

/** What the list that was read before had kept, ticked; this part is never drawn on the server. */
function handedTo({ id, ballot }: BallotPage): BallotContent | undefined {
  if (ballot.shape !== "approve") return undefined;
  const options = handedPicks(id, ballot.options);
  return options.length > 0 ? { kind: "approve", options } : undefined;
}

/** A ballot that an earlier page had sealed, and whose answer it did not live to see. */
function OnItsWay() {
  const { t } = useTranslation("ballot-box");
  return (
    <Notice tone="wait" title={t("resend.title")} role="status">
      <p>{t("resend.body")}</p>
    </Notice>
  );
}
