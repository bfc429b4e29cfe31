import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import type { PaperUrn } from "#wire/urns.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { EnteredSlips } from "./entered-slips.tsx";
import { EnterSlip } from "./enter-slip.tsx";
import { PaperCounts, PaperSheet } from "./paper-counts.tsx";
import { PourSlips } from "./pour-slips.tsx";

type PaperVoteProps = {
  urn: PaperUrn;
  page: DecisionPage | undefined;
  mayEnter: boolean;
};

/** The paper of one vote: how many slips are out, and their way into the urn. */
export function PaperVote({ urn, page, mayEnter }: PaperVoteProps) {
  return (
    <Section title={<Words of={urn.title} />}>
      {urn.given > 0 && !urn.sheet && <PaperCounts urn={urn} />}
      <PaperStep urn={urn} page={page} mayEnter={mayEnter} />
    </Section>
  );
}

function PaperStep({ urn, page, mayEnter }: PaperVoteProps) {
  const { t } = useTranslation("urns");
  if (urn.sheet) {
    return (
      <Notice tone="done" title={t("paper.sheet.title")}>
        <PaperSheet sheet={urn.sheet} />
      </Notice>
    );
  }
  if (urn.phase === "draft") return <p className="muted">{t("paper.notOpen")}</p>;
  if (urn.phase !== "open") return <p className="muted">{t("paper.closed")}</p>;
  if (urn.given === 0) return <p className="muted">{t("paper.noneGiven")}</p>;
  if (!mayEnter || !page) return null;
  return (
    <>
      <EnterSlip urn={urn} page={page} />
      <EnteredSlips urn={urn} page={page} />
      <PourSlips urn={urn} />
    </>
  );
}
