import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { BallotChoiceProps } from "./form.ts";
import { BALLOT_FORMS } from "./registry.ts";
import type { Wrong } from "./wrong.ts";

/** In place of the review: what is to be mended, and what was understood so far. */
export function WrongBallot({ page, content, wrong }: BallotChoiceProps & { wrong: Wrong }) {
  const { t } = useTranslation("ballot-forms");
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  return (
    <div className="review stack">
      <h2>{t("wrong.title")}</h2>
      <Notice tone="stop">
        <p>{t(`wrong.${wrong.code}`, { count: "count" in wrong ? wrong.count : 0 })}</p>
      </Notice>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
    </div>
  );
}
