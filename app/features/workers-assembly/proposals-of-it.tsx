import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { CameOfIt, GatheringEdition, ProposalsOfIt } from "#wire/workers-assembly.ts";
import { proposalLink } from "./proposals/card.tsx";
import { Said } from "./proposals/words.tsx";

/** What a page feeds proposals with, and its id. */
type From = { kind: "lab" | "session"; id: string };
type Props = { of: ProposalsOfIt; from: From };

/** What came of a lab or a session in workers' assemblies, and the way to make a proposal of it. */
export function ProposalsOfItPart({ of, from }: Props) {
  const { t } = useTranslation("proposal-sources");
  if (of.total === 0 && of.proposeIn.length === 0) return null;
  return (
    <Section title={t("title")}>
      {of.total > 0 && <Came of={of} />}
      <MakeProposal editions={of.proposeIn} from={from} />
    </Section>
  );
}

function Came({ of: { total, proposals } }: { of: CameOfIt }) {
  const { t } = useTranslation("proposal-sources");
  return (
    <>
      <p>{t("came", { count: total })}</p>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link to={proposalLink(proposal.slug, proposal)}>
              {proposal.number !== undefined && <>{proposalCode(proposal.number)} · </>}
              <Said in={proposal.language}>{proposal.sentence}</Said>
            </Link>
          </li>
        ))}
      </ul>
      {total > proposals.length && <p>{t("more", { count: total - proposals.length })}</p>}
    </>
  );
}

/** One way for each edition that gathers proposals, by its name. */
export function MakeProposal({ editions, from }: { editions: GatheringEdition[]; from: From }) {
  const { t } = useTranslation("proposal-sources");
  const language = useLanguage();
  if (editions.length === 0) return null;
  const query = `${from.kind === "lab" ? "lab" : "workshop"}=${from.id}`;
  return (
    <div className="stack">
      <p>{t(from.kind)}</p>
      {editions.map(({ slug, titles }) => (
        <p key={slug}>
          <ButtonLink to={`/workers-assembly/${slug}/proposals/new?${query}`} tone="quiet">
            {t("makeFor", { title: inLanguage(titles, language)?.value ?? slug })}
          </ButtonLink>
        </p>
      ))}
    </div>
  );
}
