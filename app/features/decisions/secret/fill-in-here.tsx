import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { readBallot } from "../ballot-forms/read.ts";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import type { BallotPage } from "../load-page.server.ts";

type FillInHereProps = {
  page: BallotPage;
  elector: ElectorView;
  filled: BallotContent | undefined;
  closed: boolean;
  onFilled: (content: BallotContent) => void;
};

/** The ballot to fill in; reviewing it sends nothing anywhere. */
export function FillInHere({ page, elector, filled, closed, onFilled }: FillInHereProps) {
  const { t } = useTranslation("decisions");
  const { Fields } = BALLOT_FORMS[page.ballot.shape];
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const content = readBallot(new FormData(event.currentTarget));
    if (content) onFilled(content);
  };
  return (
    <form className="ballot-form" onSubmit={onSubmit} autoComplete="off">
      <Fields
        page={page}
        legend={elector.self ? t("ballot.legend") : t("ballot.legendFor", { name: elector.name })}
        hint={t("ballot.reviewNote")}
        filled={filled}
        disabled={closed}
      />
      <Button disabled={closed}>{t("ballot.review")}</Button>
    </form>
  );
}
