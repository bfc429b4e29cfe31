import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { ShapeName } from "#app/ui/shape.tsx";
import type { SynthesisState } from "#domain/programme/synthesis.ts";
import type { SynthesisCard } from "#wire/programme.ts";

const LOOKS: Record<SynthesisState, { tone: TagTone; shape?: ShapeName }> = {
  before: { tone: "plain" },
  owed: { tone: "ochre", shape: "ring" },
  overdue: { tone: "clay", shape: "square" },
  published: { tone: "canopy", shape: "circle" },
};

/** Where "what we heard" stands: to come, owed, late, there. */
export function SynthesisTag({ synthesis: { state, dueOn } }: { synthesis: SynthesisCard }) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  return (
    <Tag {...LOOKS[state]}>
      {t(`synthesis.state.${state}`, { date: formatDate(language, dueOn) })}
    </Tag>
  );
}
