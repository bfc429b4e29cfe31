import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import { AskOpening } from "#app/features/live-session/chair-urn.tsx";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import { AlteredBoard, LookAgain } from "./altered-board.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { unconfirmed } from "./keeper-step.ts";

const STAGE_TONES: Record<UrnView["stage"], TagTone> = {
  none: "plain",
  keyed: "ochre",
  ready: "canopy",
  sealed: "ochre",
  opened: "lake",
};

type UrnProps = { urn: UrnView; view: CeremonyView };

/** One urn as everybody of the bureau sees it: where it stands, and who vouches for it. */
export function UrnEntry({ urn, view }: UrnProps) {
  const { t } = useTranslation("urns");
  return (
    <div className="stack">
      <div className="urn-entry">
        <p className="row small">
          <Tag tone={STAGE_TONES[urn.stage]}>{t(`stage.${urn.stage}`)}</Tag>
          <span className="muted">{t(`seal.${urn.seal}`)}</span>
        </p>
        <h3>
          <Words of={urn.title} />
        </h3>
      </div>
      <Standing urn={urn} view={view} />
      {urn.altered && <AlteredBoard {...urn} altered={urn.altered} />}
      {urn.altered && view.may.askOpening && <LookAgain decisionId={urn.decisionId} />}
      {view.may.askOpening && awaitsChair(urn) && <AskOpening decisionId={urn.decisionId} />}
    </div>
  );
}

/** Closed, sealed, and the chair has not asked for it to be opened. */
function awaitsChair({ seal, stage, openingAsked, altered }: UrnView): boolean {
  return seal === "scrutineers" && stage === "sealed" && !openingAsked && !altered;
}

function Standing({ urn, view }: UrnProps) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  switch (urn.stage) {
    case "none":
      return <p>{t("standing.none")}</p>;
    case "keyed": {
      if (urn.shares.length === 0) return <p>{t("standing.toShare")}</p>;
      const names = formatList(language, unconfirmed(view, [urn]));
      return <p>{t("standing.toConfirm", { names })}</p>;
    }
    case "ready":
      return <p>{t(urn.phase === "open" ? "standing.voting" : `standing.ready.${urn.seal}`)}</p>;
    case "sealed":
      return <Sealed urn={urn} />;
    case "opened":
      return <Opened urn={urn} view={view} />;
  }
}

function Sealed({ urn }: { urn: UrnView }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const { boardSize = 0, opening, threshold } = urn;
  const given = urn.shares.filter((share) => share.given).length;
  return (
    <>
      <p>{t("standing.sealed", { count: boardSize })}</p>
      {urn.boardHead && <Fingerprint hex={urn.boardHead} />}
      {urn.openingAsked && urn.seal === "scrutineers" && !urn.altered && (
        <p>
          {opening ? t("standing.shares", { count: given, threshold }) : t("standing.openerComes")}
        </p>
      )}
      {opening && opening.done > 0 && (
        <Progress
          label={t("opening.progress")}
          value={opening.done}
          max={boardSize}
          words={t("opening.of", {
            done: formatNumber(language, opening.done),
            total: formatNumber(language, boardSize),
          })}
        />
      )}
    </>
  );
}

function Opened({ urn, view }: UrnProps) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const signed = urn.opened?.attestedBy ?? [];
  const names = view.keepers.filter((one) => signed.includes(one.personId)).map((one) => one.name);
  return (
    <>
      <p>{t("standing.opened", { count: urn.boardSize ?? 0 })}</p>
      {urn.boardHead && <Fingerprint hex={urn.boardHead} />}
      {urn.seal === "scrutineers" && (
        <p>
          {names.length > 0
            ? t("standing.attested", { names: formatList(language, names) })
            : t("standing.notAttested")}
        </p>
      )}
      <p>
        <Link to={`/decisions/${urn.decisionId}/result`}>{t("standing.result")}</Link>
      </p>
    </>
  );
}
