import { useTranslation } from "react-i18next";
import type { DecisionPage, ElectorView } from "#wire/decisions.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { HeldBallot, SealedCopy } from "./held-ballots.ts";
import { SecretReceipt } from "./secret-receipt.tsx";
import { useReceiptWords } from "./use-receipt-words.ts";

type HeldReceiptProps = { page: DecisionPage; elector: ElectorView; held: HeldBallot };

/** The receipt of what this browser cast, and the words of a ballot of which it knows no answer. */
export function HeldReceipt({ page, elector, held }: HeldReceiptProps) {
  // On paper a name beside the words would tell whose they are: only who votes for others needs it.
  const name = elector.self ? undefined : elector.name;
  return (
    <>
      {held.cast && <CopyReceipt page={page} name={name} copy={held.cast} />}
      {held.late && <LateCopy page={page} copy={held.late} />}
    </>
  );
}

function CopyReceipt({
  page,
  name,
  copy,
}: {
  page: DecisionPage;
  name?: string;
  copy: SealedCopy;
}) {
  const words = useReceiptWords(copy.receipt);
  if (words === undefined) return null;
  return <SecretReceipt page={page} name={name} words={words} revision={copy.revision} />;
}

function LateCopy({ page, copy }: { page: DecisionPage; copy: SealedCopy }) {
  const { t } = useTranslation("ballot-box");
  const words = useReceiptWords(copy.receipt);
  return (
    <Notice tone="wait" title={t("late.title")}>
      <p>{t("late.body")}</p>
      <p>
        <code className="receipt-code">{words}</code>
      </p>
      <p>
        <a href={`/decisions/${page.id}/board`}>{t("receipt.board")}</a>
      </p>
    </Notice>
  );
}
