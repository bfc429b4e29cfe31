import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ItemCard } from "#wire/ledger-pages.ts";
import { ItemWords, StandingTag } from "./item-tags.tsx";
import "./ledger.css";

type Props = {
  items: ItemCard[];
  /** Where each leads; its page by default. */
  to?: (item: ItemCard) => string;
};

/** Items as entries of a book: number, words, and in the margin what is owed. */
export function ItemList({ items, to = ({ number }) => `/ledger/${number}` }: Props) {
  const { t } = useTranslation("ledger");
  const reader = useLanguage();
  const themeName = useThemeName();
  return (
    <ul className="ledger-items">
      {items.map((item) => (
        <li key={item.id} className="ledger-entry">
          <span className="ledger-number">{t("number", { number: item.number })}</span>
          <Link to={to(item)} className="ledger-title">
            <ItemWords item={item}>{item.title}</ItemWords>
          </Link>
          <span className="row ledger-entry-about small">
            <StandingTag item={item} />
            <Owed item={item} />
            {item.debated && (
              <Tag tone="plum" shape="ring">
                {t("debated")}
              </Tag>
            )}
            {item.language !== reader && <LanguageTag language={item.language} />}
            <span className="muted">
              {[t(`kind.${item.kind}`), themeName(item.theme), item.city]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The day by which something is owed. */
function Owed({ item }: { item: ItemCard }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const day = item.state === "waiting" ? item.dueOn : item.promisedOn;
  if (!day || item.progress === "done" || item.outcome === "refused") return null;
  const key = item.state === "waiting" ? "dueOn" : "promisedOn";
  return <span>{t(key, { date: formatDate(language, day) })}</span>;
}

/** Themes that the cooperative chose have names in every language; others are said as written. */
export function useThemeName(): (theme: string) => string {
  const { t } = useTranslation("ledger");
  return (theme) => (theme === "" ? "" : t(`theme.${theme}`, { defaultValue: theme }));
}
