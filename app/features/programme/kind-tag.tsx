import { useTranslation } from "react-i18next";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { SessionKind } from "#domain/programme/session.ts";

const TONES: Record<SessionKind, TagTone> = {
  plenary: "lake",
  workshop: "canopy",
  informal: "ochre",
  formal: "plum",
  results: "plum",
};

/** What a session is, in a word. */
export function KindTag({ kind }: { kind: SessionKind }) {
  const { t } = useTranslation("programme");
  return <Tag tone={TONES[kind]}>{t(`kind.${kind}`)}</Tag>;
}
