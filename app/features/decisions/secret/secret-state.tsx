import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import type { BallotPage } from "../load-page.server.ts";
import { HeldReceipt } from "./held-receipt.tsx";
import { useHeldBallots } from "./use-held-ballots.ts";
import { useResend } from "./use-resend.ts";

/** What this browser holds of a secret ballot before its vote opens, and after it closed. */
export function SecretState({ page, elector }: { page: BallotPage; elector: ElectorView }) {
  const { t } = useTranslation("ballot-box");
  const held = useHeldBallots(page.assembly.id, [elector.id]).find(
    ({ decisionId }) => decisionId === page.id,
  );
  useResend(page.assembly.id, [elector.id]);
  if (page.phase !== "draft") {
    return held ? <HeldReceipt page={page} elector={elector} held={held} /> : null;
  }
  if (!elector.entitled) return null;
  return <p>{t(held?.issueSignature ? "draft.ready" : "draft.notYet")}</p>;
}
