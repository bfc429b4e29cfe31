import { useTranslation } from "react-i18next";
import { withFrenchSpaces } from "#app/i18n/options.ts";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { Language } from "#domain/kernel/languages.ts";
import type { Outcome } from "#domain/ledger/life.ts";
import type { ItemCard } from "#wire/ledger-pages.ts";

type Look = { tone: TagTone; shape: ShapeName };

const OUTCOMES: Record<Outcome, Look> = {
  accepted: { tone: "canopy", shape: "circle" },
  adapted: { tone: "lake", shape: "circle" },
  refused: { tone: "clay", shape: "square" },
  referred: { tone: "plum", shape: "ring" },
};

/** Where an item stands, in a word or two: what is owed, else what was answered. */
export function StandingTag({ item }: { item: ItemCard }) {
  const { t } = useTranslation("ledger");
  if (item.state === "merged" || item.state === "withdrawn" || item.state === "draft") {
    return <Tag>{t(`state.${item.state}`)}</Tag>;
  }
  if (item.late) {
    return (
      <Tag tone="clay" shape="square">
        {t(`late.${item.late}`)}
      </Tag>
    );
  }
  if (item.state === "waiting" || item.outcome === "") {
    return (
      <Tag tone="ochre" shape="ring">
        {t(item.contested ? "state.contested" : "state.waiting")}
      </Tag>
    );
  }
  return <Tag {...OUTCOMES[item.outcome]}>{t(`outcome.${item.outcome}`)}</Tag>;
}

/** Words that somebody wrote in one language, marked so. */
export function ItemWords({
  item: { language },
  children = "",
}: {
  item: { language: Language };
  children?: string | undefined;
}) {
  return <span lang={language}>{language === "fr" ? withFrenchSpaces(children) : children}</span>;
}
