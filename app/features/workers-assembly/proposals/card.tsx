import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { City, ProposalCard } from "#wire/proposal-pages.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import { AboutProposal, InWhich, Said } from "./words.tsx";

/** Its address: by its code once the list is frozen. */
export function proposalLink(
  slug: string,
  { id, number }: { id: string; number?: number },
): string {
  return `/workers-assembly/${slug}/proposals/${number === undefined ? id : proposalCode(number)}`;
}

type Props = { head: EditionHead; cities: City[]; proposal: ProposalCard; mayTakePart: boolean };

/** One proposal on the wall: its sentence, what it is about, and whether one supports it. */
export function WallCard({ head, cities, proposal, mayTakePart }: Props) {
  const { number, language, shownIn, sentence, paragraph } = proposal;
  return (
    <li className="proposal-card">
      <p className="row small">
        {number !== undefined && <strong>{proposalCode(number)}</strong>}
        <AboutProposal head={head} cities={cities} proposal={proposal} />
        <InWhich language={language} shownIn={shownIn} />
      </p>
      <h3 className="proposal-sentence">
        <Link to={proposalLink(head.slug, proposal)}>
          <Said in={shownIn}>{sentence}</Said>
        </Link>
      </h3>
      <p className="proposal-words small">
        <Said in={shownIn}>{paragraph}</Said>
      </p>
      <Support proposal={proposal} mayTakePart={mayTakePart} />
      <Behind proposal={proposal} />
    </li>
  );
}

/** One's own support, given or taken back; how many others there are is told later. */
export function Support({
  proposal: { id, mine, sentence },
  mayTakePart,
}: {
  proposal: ProposalCard;
  mayTakePart: boolean;
}) {
  const { t } = useTranslation("workers-assembly");
  if (mine === "author") return <Tag shape="circle">{t("support.yours")}</Tag>;
  if (!mayTakePart) return mine ? <Tag shape="circle">{t("support.given")}</Tag> : null;
  const fields = { proposalId: id };
  return mine ? (
    <div className="row">
      <Tag tone="canopy" shape="circle">
        {t("support.given")}
      </Tag>
      <ActForm
        act="proposal.unsupport"
        fields={fields}
        label={t("support.undo")}
        about={sentence}
      />
    </div>
  ) : (
    <ActForm act="proposal.support" fields={fields} label={t("support.do")} about={sentence} />
  );
}

/** What the frozen list tells: how many supported it, and in which place it was chosen. */
export function Behind({ proposal: { supports, chosenPlace } }: { proposal: ProposalCard }) {
  const { t } = useTranslation("workers-assembly");
  if (supports === undefined) return null;
  return (
    <p className="row small">
      <span>{t("support.count", { count: supports })}</span>
      {chosenPlace !== undefined && (
        <Tag tone="canopy" shape="circle">
          {t("support.chosen", { place: chosenPlace })}
        </Tag>
      )}
    </p>
  );
}

/** Why no number stands beside one that is on the wall. */
export function CountedLater({ proposal: { number, state } }: { proposal: ProposalCard }) {
  const { t } = useTranslation("workers-assembly");
  if (number !== undefined || state !== "open") return null;
  return <p className="muted small">{t("proposal.herding")}</p>;
}
