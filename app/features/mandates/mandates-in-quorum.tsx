import { useTranslation } from "react-i18next";
import type { OneTenth } from "#domain/decisions/one-tenth.ts";
import type { MandatesCard } from "#wire/mandates.ts";

/** What mandates add to the quorum, and the cap of one tenth as it stands with who is there. */
export function MandatesInQuorum({ mandates }: { mandates: MandatesCard }) {
  const { t } = useTranslation("mandates");
  const { represented, suspended, takenBefore, oneTenth } = mandates;
  return (
    <ul className="small">
      <li>{t("quorum.represented", { count: represented.persons, shares: represented.shares })}</li>
      {suspended > 0 && <li>{t("quorum.suspended", { count: suspended })}</li>}
      {takenBefore !== undefined && <li>{t("quorum.takenBefore", { count: takenBefore })}</li>}
      <li>
        <Cap oneTenth={oneTenth} />
      </li>
    </ul>
  );
}

function Cap({ oneTenth }: { oneTenth: OneTenth }) {
  const { t } = useTranslation("mandates");
  const { applies, limit, holdersOver, excess } = oneTenth;
  if (!applies) return <>{t("quorum.oneTenth.notApplied")}</>;
  if (holdersOver === 0) return <>{t("quorum.oneTenth.kept", { limit })}</>;
  return <strong>{t("quorum.oneTenth.over", { count: holdersOver, limit, excess })}</strong>;
}
