import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { StandingTag } from "#app/features/ledger/item-tags.tsx";
import { Shape } from "#app/ui/shape.tsx";
import type { BookProposal } from "#domain/workers-assembly/book.ts";
import type { ItemCard } from "#wire/ledger-pages.ts";

type Props = {
  demand: BookProposal & { chosenPlace?: number };
  slug: string;
  item: ItemCard | undefined;
};

/** A demand's road: answers, workshop, proposal, debate, book, board, action; and what is owed. */
export function DemandRoad({ demand, slug, item }: Props) {
  const { t } = useTranslation("workers-book");
  const { code, sources, chosenPlace } = demand;
  const home = `/workers-assembly/${slug}`;
  return (
    <ol className="book-road" aria-label={t("road.title")}>
      {sources.map(({ kind, label, language, link }) => (
        <Station key={`${kind} ${label}`}>
          {t(`road.source.${kind}`)}{" "}
          {link ? (
            <Link to={link} lang={language}>
              {label}
            </Link>
          ) : (
            <span lang={language}>{label}</span>
          )}
        </Station>
      ))}
      <Station>
        <Link to={`${home}/proposals/${code}`}>{t("road.proposal", { code })}</Link>
      </Station>
      {chosenPlace !== undefined && (
        <Station>
          <Link to={`${home}/day/${code}`}>{t("road.debate")}</Link>
        </Station>
      )}
      <Station>{t("road.book")}</Station>
      <Station open={item?.state !== "answered"}>
        {t("road.board")} <AtTheBoard item={item} />
      </Station>
      {item?.outcome !== "refused" && (
        <Station open={item?.progress !== "done"}>
          {t("road.action")} <Owed item={item} />
        </Station>
      )}
    </ol>
  );
}

function Station({ open = false, children }: { open?: boolean; children: ReactNode }) {
  return (
    <li className={open ? "book-station-open" : "book-station"}>
      <Shape name={open ? "ring" : "circle"} />
      <span>{children}</span>
    </li>
  );
}

function AtTheBoard({ item }: { item: ItemCard | undefined }) {
  const { t } = useTranslation("workers-book");
  if (!item) return <span className="muted">{t("road.notYet")}</span>;
  return (
    <>
      <Link to={`/ledger/${item.number}`}>{t("road.item", { number: item.number })}</Link>{" "}
      <StandingTag item={item} />
    </>
  );
}

function Owed({ item }: { item: ItemCard | undefined }) {
  const { t } = useTranslation(["workers-book", "ledger"]);
  const language = useLanguage();
  if (item?.progress === "done" || (item && item.progress !== "untouched")) {
    return <span className="muted">{t(`ledger:progress.${item.progress}`)}</span>;
  }
  if (item?.promisedOn) {
    const date = formatDate(language, item.promisedOn);
    return <span className="muted">{t("ledger:promisedOn", { date })}</span>;
  }
  return <span className="muted">{t("road.open")}</span>;
}
