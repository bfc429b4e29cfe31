import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import type { PaperUrn } from "#wire/urns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { EnterSlip } from "./enter-slip.tsx";
import { EnteredSlips } from "./entered-slips.tsx";
import { PourSlips } from "./pour-slips.tsx";
import { PaperSheet } from "./paper-sheet.tsx";

type PaperVoteProps = {
  urn: PaperUrn;
  page: DecisionPage | undefined;
  mayEnter: boolean;
};

/** The paper of one vote: how many slips are out, and their way into the urn. */
export function PaperVote({ urn, page, mayEnter }: PaperVoteProps) {
  return (
    <Section title={<Words of={urn.title} />}>
      {urn.sheet ? (
        <PaperSheet sheet={urn.sheet} />
      ) : (
        <>
          <PaperCounts urn={urn} />
          <PaperStep urn={urn} page={page} mayEnter={mayEnter} />
        </>
      )}
    </Section>
  );
}

function PaperCounts({ urn }: { urn: PaperUrn }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  return (
    <Stats>
      <Stat value={formatNumber(language, urn.given)} label={t("paper.given")} />
      {urn.enterers.map(({ name, self, slips }) => (
        <Stat
          key={name}
          value={formatNumber(language, slips)}
          label={t("paper.read")}
          of={self ? t("paper.readBySelf") : t("paper.readBy", { name })}
        />
      ))}
    </Stats>
  );
}

function PaperStep({ urn, page, mayEnter }: PaperVoteProps) {
  const { t } = useTranslation("urns");
  if (urn.phase === "draft") return <p>{t("paper.notOpen")}</p>;
  if (urn.phase !== "open") return <p>{t("paper.closed")}</p>;
  if (urn.given === 0) return <p>{t("paper.noneGiven")}</p>;
  if (!mayEnter || !page) return null;
  return (
    <>
      <EnterSlip urn={urn} page={page} />
      <EnteredSlips urn={urn} page={page} />
      <PourSlips urn={urn} />
    </>
  );
}
