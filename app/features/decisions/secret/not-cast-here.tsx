import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import { Button } from "#app/ui/button.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import type { BallotPage } from "../load-page.server.ts";
import { useArrival } from "./use-arrival.ts";

type NotCastHereProps = {
  page: BallotPage;
  content: BallotContent;
  refusal: Refusal;
  onBack: () => void;
};

/** The urn did not take the ballot: why, with the choice still shown. */
export function NotCastHere({ page, content, refusal, onBack }: NotCastHereProps) {
  const { t } = useTranslation("decisions");
  const heading = useArrival<HTMLHeadingElement>();
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  return (
    <section className="stack" aria-labelledby="not-cast">
      <h2 id="not-cast" ref={heading} tabIndex={-1}>
        {t("review.notCast")}
      </h2>
      <RefusalNote refusal={refusal} />
      <p>{t("review.yourChoice")}</p>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
      <p>
        <Button type="button" tone="quiet" onClick={onBack}>
          {t("review.toBallot")}
        </Button>
      </p>
    </section>
  );
}
