import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import type { PaperElector } from "#wire/urns.ts";
import { PrintButton } from "../print-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import type { BallotPage } from "../load-page.server.ts";
import { FillInHere } from "../secret/fill-in-here.tsx";
import { SecretReceipt } from "../secret/secret-receipt.tsx";
import { useReceiptWords } from "../secret/use-receipt-words.ts";
import { useAssisted } from "./use-assisted.ts";

type AssistedStepsProps = {
  page: BallotPage;
  elector: PaperElector;
  /** Nobody has taken a ballot in this name yet. */
  free: boolean;
};

/** Begin, fill in, review, cast, receipt; the ballot lives in this page's memory alone. */
export function AssistedSteps({ page, elector, free }: AssistedStepsProps) {
  const { t } = useTranslation("urns");
  const { personId, name } = elector;
  const { assisted, take, review, back, cast } = useAssisted({
    assemblyId: page.assembly.id,
    decisionId: page.id,
    electorId: personId,
  });
  switch (assisted.step) {
    case "begin":
      return <Begin name={name} free={free} onBegin={take} />;
    case "taking":
      return (
        <Notice tone="wait" role="status" title={t("assisted.taking.title")}>
          <p>{t("assisted.taking.body")}</p>
        </Notice>
      );
    case "filling":
      return (
        <FillInHere
          page={page}
          elector={{ id: personId, name, self: false, entitled: true }}
          filled={assisted.content}
          closed={false}
          onFilled={(content) => review(assisted.ballot, content)}
        />
      );
    case "reviewing": {
      const { ballot, content } = assisted;
      return (
        <Review
          page={page}
          name={name}
          content={content}
          onCast={() => cast(ballot, content)}
          onBack={() => back(ballot, content)}
        />
      );
    }
    case "casting":
      return <Review page={page} name={name} content={assisted.content} casting />;
    case "cast":
      return <Cast page={page} name={name} receipt={assisted.receipt} />;
    case "refused":
      return <RefusalNote refusal={{ code: assisted.code }} />;
  }
}

type BeginProps = { name: string; free: boolean; onBegin: () => void };

function Begin({ name, free, onBegin }: BeginProps) {
  const { t } = useTranslation("urns");
  if (!free) {
    return (
      <Notice tone="stop">
        <p>{t("assisted.notFree", { name })}</p>
      </Notice>
    );
  }
  return (
    <section className="stack" aria-labelledby="begin">
      <h2 id="begin">{t("assisted.begin.title")}</h2>
      <ul>
        <li>{t("assisted.begin.asked", { name })}</li>
        <li>{t("assisted.begin.identity")}</li>
        <li>{t("assisted.begin.see")}</li>
        <li>{t("assisted.begin.trace")}</li>
        <li>{t("assisted.begin.stay")}</li>
      </ul>
      <Button type="button" onClick={onBegin}>
        {t("assisted.begin.button", { name })}
      </Button>
    </section>
  );
}

type ReviewProps = {
  page: DecisionPage;
  name: string;
  content: BallotContent;
  casting?: boolean;
  onCast?: () => void;
  onBack?: () => void;
};

function Review({ page, name, content, casting, onCast, onBack }: ReviewProps) {
  const { t } = useTranslation(["urns", "decisions"]);
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  return (
    <section className="review stack" aria-labelledby="review">
      <h2 id="review">{t("decisions:review.questionFor", { name })}</h2>
      <div className="review-choice">
        <Choice page={page} content={content} />
      </div>
      <p className="small muted" role="status">
        {t(casting ? "assisted.leaving" : "assisted.sealed")}
      </p>
      {!casting && (
        <div className="row">
          <Button type="button" onClick={onCast}>
            {t("assisted.castButton")}
          </Button>
          <Button type="button" tone="quiet" onClick={onBack}>
            {t("assisted.backToChoice")}
          </Button>
        </div>
      )}
    </section>
  );
}

type CastProps = { page: DecisionPage; name: string; receipt: ReceiptNumbers };

function Cast({ page, name, receipt }: CastProps) {
  const { t } = useTranslation("urns");
  const words = useReceiptWords(receipt);
  return (
    <>
      <Notice tone="done" role="status" title={t("assisted.cast.title")}>
        <p>{t("assisted.cast.body", { name })}</p>
      </Notice>
      {words && <SecretReceipt page={page} name={name} words={words} revision={1} />}
      <div className="row not-printed">
        <PrintButton>{t("assisted.cast.print")}</PrintButton>
        <Link to={`/live-session/${page.assembly.slug}/paper`}>{t("assisted.back")}</Link>
      </div>
    </>
  );
}
