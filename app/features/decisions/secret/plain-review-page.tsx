import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import { whatIsWrong } from "../ballot-forms/wrong.ts";
import { WrongBallot } from "../ballot-forms/wrong-ballot.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";
import { KindLine } from "../kind-line.tsx";
import type { PlainReviewData } from "./plain-review.server.ts";
import { SecretReceipt } from "./secret-receipt.tsx";

type PlainReviewProps = PlainReviewData & { content: BallotContent };

/** Review, then receipt, of a secret ballot in a browser without scripts. */
export function PlainReviewPage(review: PlainReviewProps) {
  const { page, content, words } = review;
  const wrong = whatIsWrong(content, page);
  return (
    <DecisionSheet page={page} kind={<KindLine of={page} />}>
      {words !== undefined ? (
        <Cast {...review} words={words} />
      ) : wrong ? (
        <>
          <WrongBallot page={page} content={content} wrong={wrong} />
          <BackToBallot {...review} label="decisions:review.toBallot" />
        </>
      ) : (
        <Reviewed {...review} />
      )}
    </DecisionSheet>
  );
}

function Reviewed(review: PlainReviewProps) {
  const { page, electorId, content, refusal } = review;
  const { t } = useTranslation("ballot-box");
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  const elector = page.electors.find(({ id }) => id === electorId);
  return (
    <div className="review stack">
      <h2>{t(refusal ? "decisions:review.notCast" : "decisions:review.title")}</h2>
      {refusal && <RefusalNote refusal={refusal} />}
      <p>
        {refusal
          ? t("decisions:review.yourChoice")
          : elector?.self === false
            ? t("decisions:review.questionFor", { name: elector.name })
            : t("decisions:review.question")}
      </p>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
      {!refusal && (
        <Notice tone="wait">
          <p>{t("plain.weaker")}</p>
          <p>{t("plain.once")}</p>
        </Notice>
      )}
      <div className="row">
        {!refusal && (
          <Form method="post" action={`/decisions/${page.id}/review`}>
            <Carried electorId={electorId} content={content} />
            <input type="hidden" name="intent" value="cast" />
            <Button>{t("decisions:review.cast")}</Button>
          </Form>
        )}
        <BackToBallot
          {...review}
          label={refusal ? "decisions:review.toBallot" : "decisions:review.back"}
        />
      </div>
    </div>
  );
}

function BackToBallot({ page, electorId, content, label }: PlainReviewProps & { label: string }) {
  const { t } = useTranslation("decisions");
  return (
    <Form method="post" action={`/decisions/${page.id}/secret`}>
      <Carried electorId={electorId} content={content} />
      <Button tone="quiet">{t(label)}</Button>
    </Form>
  );
}

/** The ballot travels in the body of the form, never in the address. */
function Carried({ electorId, content }: { electorId: string; content: BallotContent }) {
  return (
    <>
      <input type="hidden" name="electorId" value={electorId} />
      <input type="hidden" name="content" value={encodeBallot(content)} />
    </>
  );
}

function Cast({ page, electorId, words }: PlainReviewProps & { words: string }) {
  const { t } = useTranslation("ballot-box");
  const elector = page.electors.find(({ id }) => id === electorId);
  return (
    <>
      <h2>
        {elector?.self === false
          ? t("decisions:states.votedTitleFor", { name: elector.name })
          : t("decisions:states.votedTitle")}
      </h2>
      <p>{t("plain.onlyHere")}</p>
      <SecretReceipt
        page={page}
        name={elector?.self === false ? elector.name : undefined}
        words={words}
        revision={1}
      />
      <p className="row not-printed">
        <ButtonLink to={`/live-session/${page.assembly.slug}`}>
          {t("decisions:toSession")}
        </ButtonLink>
      </p>
    </>
  );
}
