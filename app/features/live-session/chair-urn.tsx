import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { UrnCard } from "#wire/secret-ballots.ts";
import { AlteredBoard, LookAgain } from "#app/features/decisions/urns/altered-board.tsx";
import { Fingerprint } from "#app/features/decisions/urns/fingerprint.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { ButtonTone } from "#app/ui/button.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { ConfirmAct } from "./act-form.tsx";

/** The chair calls the scrutineers to the urn: it opens once enough of them give their share. */
export function AskOpening({ decisionId, opener }: { decisionId: string; opener?: ButtonTone }) {
  const { t } = useTranslation("urns");
  return (
    <ConfirmAct
      act="urn.ask-opening"
      fields={{ decisionId }}
      summary={t("ask.summary")}
      why={t("ask.why")}
      label={t("ask.confirm")}
      tone="primary"
      opener={opener}
    />
  );
}

/** A closed urn: how many ballots it holds, the fingerprint of its board, how far its opening is. */
export function UrnProgress({ decisionId, urn }: { decisionId: string; urn: UrnCard }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const { boardSize, boardHead, threshold = 0, given = 0, openingAsked, done = 0 } = urn;
  if (boardSize === undefined) return <p className="muted">{t("standing.boardComes")}</p>;
  if (urn.altered) {
    return (
      <>
        <AlteredBoard {...urn} altered={urn.altered} />
        <LookAgain decisionId={decisionId} />
      </>
    );
  }
  return (
    <div className="vote-facts" role="status">
      <p>{t("standing.sealed", { count: boardSize })}</p>
      {boardHead && <Fingerprint hex={boardHead} />}
      {openingAsked && done === 0 && urn.seal === "scrutineers" && (
        <p className="vote-count">{t("standing.shares", { count: given, threshold })}</p>
      )}
      {done > 0 && (
        <Progress
          label={t("opening.progress")}
          value={done}
          max={boardSize}
          words={t("opening.of", {
            done: formatNumber(language, done),
            total: formatNumber(language, boardSize),
          })}
        />
      )}
    </div>
  );
}

/** Why a secret vote cannot open yet, and where its keys are shared. */
export function UrnNotReady({ urn, slug }: { urn: UrnCard; slug: string }) {
  const { t } = useTranslation("urns");
  return (
    <p>
      {t(`notReady.${urn.seal}`)}{" "}
      {urn.seal === "scrutineers" && (
        <Link to={`/live-session/${slug}/urns`}>{t("notReady.link")}</Link>
      )}
    </p>
  );
}

type UrnStepProps = {
  act: "await-urn" | "ask-opening" | "await-shares" | "urn-altered";
  decision: DecisionCard;
  slug: string;
};

/** What the chair does about an urn, or what they wait for. */
export function UrnStep({ act, decision: { id, urn }, slug }: UrnStepProps) {
  const { t } = useTranslation("urns");
  if (!urn) return null;
  if (act === "await-urn") return <UrnNotReady urn={urn} slug={slug} />;
  if (act === "urn-altered") return <UrnProgress decisionId={id} urn={urn} />;
  return (
    <>
      <UrnProgress decisionId={id} urn={urn} />
      {act === "ask-opening" ? (
        <AskOpening key={id} decisionId={id} opener="primary" />
      ) : (
        <p className="small muted">{t("ask.waitingWhy")}</p>
      )}
    </>
  );
}
