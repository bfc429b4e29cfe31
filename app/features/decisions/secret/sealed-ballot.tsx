import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { heldKey, isUnder } from "./held-ballots.ts";
import { MarkedElsewhere } from "./marked-elsewhere.tsx";
import { SealedBallotSteps } from "./sealed-ballot-steps.tsx";
import { useCredentials } from "./use-credentials.ts";
import { useHeldBallots } from "./use-held-ballots.ts";
import { useResend } from "./use-resend.ts";

type SealedBallotProps = { page: BallotPage; elector: ElectorView; closed: boolean };

/** The ballot of one elector in a browser that can seal it. */
export function SealedBallot({ page, elector, closed }: SealedBallotProps) {
  const { t } = useTranslation("ballot-box");
  const electorIds = page.electors.filter(({ entitled }) => entitled).map(({ id }) => id);
  const held = useHeldBallots(page.assembly.id, electorIds);
  const credentials = useCredentials(page.assembly.id, electorIds, {
    active: !closed,
    urns: [`${page.id}/${page.urn?.keyId ?? ""}`],
  });
  useResend(page.assembly.id, electorIds);

  const own = held.filter(
    (one) => one.decisionId === page.id && isUnder(one, page.urn?.keyId ?? one.keyId),
  );
  const mine = own.find(({ electorId }) => electorId === elector.id);
  const refused = credentials.refused[heldKey(elector.id, page.id)];
  if (!mine && refused === "already-issued") {
    return <MarkedElsewhere assemblyId={page.assembly.id} channel="online" elector={elector} />;
  }
  if (!mine && refused) return <RefusalNote refusal={{ code: refused }} />;
  if (credentials.failed && !mine?.issueSignature) {
    return (
      <Notice tone="stop" title={t("failed.title")} role="alert">
        <p>{t("failed.body")}</p>
      </Notice>
    );
  }
  return (
    <SealedBallotSteps
      page={page}
      elector={elector}
      closed={closed}
      held={mine}
      away={credentials.away}
      next={page.electors.find(
        ({ id, entitled }) =>
          entitled && id !== elector.id && !own.some((one) => one.electorId === id && one.cast),
      )}
    />
  );
}
