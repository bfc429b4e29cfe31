import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "#app/i18n/use-language.ts";
import { StandingTag } from "#app/features/ledger/item-tags.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Book, type BookProposal, textFor } from "#domain/workers-assembly/book.ts";
import type { ItemCard } from "#wire/ledger-pages.ts";
import type { Followed } from "#wire/workers-book.ts";
import { useOpenedBy } from "./use-opened-by.ts";
import { useSupport } from "./use-support.ts";

type Props = { book: Book; slug: string; followed: Followed };

/** The proposals that were not chosen for debate: they go to the board as well. */
export function Annex({ book: { annex }, slug, followed }: Props) {
  const { t } = useTranslation("workers-book");
  const fold = useOpenedBy(annex.map(({ code }) => code));
  if (annex.length === 0) return null;
  return (
    <Section id="annex" title={t("annex.title")}>
      <p>{t("annex.lead")}</p>
      <details className="book-part" ref={fold}>
        <summary>{t("annex.open", { count: annex.length })}</summary>
        <ul className="book-annex">
          {annex.map((proposal) => (
            <Entry key={proposal.id} proposal={proposal} slug={slug} item={followed[proposal.id]} />
          ))}
        </ul>
      </details>
    </Section>
  );
}

type EntryProps = { proposal: BookProposal; slug: string; item: ItemCard | undefined };

function Entry({ proposal, slug, item }: EntryProps) {
  const { t } = useTranslation("workers-book");
  const support = useSupport();
  const text = textFor(proposal.texts, useLanguage());
  return (
    <li id={proposal.code}>
      <span className="book-code">{proposal.code}</span>
      <div>
        <Link to={`/workers-assembly/${slug}/proposals/${proposal.code}`}>
          <Words of={{ [text.language]: text.sentence }} tagged />
        </Link>
        <p className="muted small">{support(proposal)}</p>
        {item && (
          <p className="row small">
            <Link to={`/ledger/${item.number}`}>{t("road.item", { number: item.number })}</Link>
            <StandingTag item={item} />
          </p>
        )}
      </div>
    </li>
  );
}
