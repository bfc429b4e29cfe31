import { useTranslation } from "react-i18next";
import type { Visibility } from "#domain/smartlab/minutes/minutes.ts";
import { Tag } from "#app/ui/tag.tsx";

/** Who can read a piece: on every one of them, so that nobody has to guess. */
export function PrivacySign({ of }: { of: Visibility }) {
  const { t } = useTranslation("lab-work");
  return (
    <Tag tone={of === "public" ? "lake" : "plum"} shape={of === "public" ? "ring" : "square"}>
      {t(`privacy.${of}`)}
    </Tag>
  );
}
