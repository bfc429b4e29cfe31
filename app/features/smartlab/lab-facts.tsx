import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { withFrenchSpaces } from "#app/i18n/options.ts";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { Language } from "#domain/kernel/languages.ts";
import type { Openness } from "#domain/smartlab/lab.ts";
import type { LabCard } from "#wire/smartlab-pages.ts";

const LOOKS: Record<Openness, { tone: TagTone; shape: ShapeName }> = {
  gathering: { tone: "lake", shape: "ring" },
  places: { tone: "canopy", shape: "circle" },
  full: { tone: "ochre", shape: "square" },
  resting: { tone: "ochre", shape: "ring" },
  over: { tone: "plain", shape: "square" },
};

/** What somebody who looks for a lab can do with this one. */
export function OpennessTag({ lab }: { lab: Pick<LabCard, "openness" | "state"> }) {
  const { t } = useTranslation("smartlab");
  const dropped = lab.state === "dropped";
  return (
    <Tag {...LOOKS[lab.openness]}>
      {dropped ? t("openness.dropped") : t(`openness.${lab.openness}`)}
    </Tag>
  );
}

/** Words that a lab wrote of itself: in its own language, and marked so. */
export function LabWords({
  lab: { language },
  children = "",
}: {
  lab: { language: Language };
  children?: string | undefined;
}) {
  return <span lang={language}>{language === "fr" ? withFrenchSpaces(children) : children}</span>;
}

/** One fact of a lab by its name; `forEars`: where the fact says to eyes what it is. */
export function Fact({
  name,
  forEars = false,
  children,
}: {
  name: ReactNode;
  forEars?: boolean;
  children: ReactNode;
}) {
  return (
    <div>
      <dt className={forEars ? "for-ears" : undefined}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where a lab meets: a city, online, or both. */
export function usePlaceOf(): (lab: Pick<LabCard, "city" | "online">) => string {
  const { t } = useTranslation("smartlab");
  return ({ city, online }) => [city, online ? t("online") : ""].filter(Boolean).join(" · ");
}

/** How a lab works: one of the list, or in its own words. */
export function ModelWords({ lab }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  return lab.model === "own" ? (
    <LabWords lab={lab}>{lab.ownModel}</LabWords>
  ) : (
    <>{t(`model.${lab.model}`)}</>
  );
}

/** Places and who waits, or how many are interested and how many it takes. */
export function Places({ lab }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  const { openness, capacity, joined, waiting, interested, threshold } = lab;
  if (openness === "gathering") return <>{t("places.interested", { interested, threshold })}</>;
  if (capacity === undefined) return <>{t("places.uncounted", { count: joined })}</>;
  const left = Math.max(0, capacity - joined - waiting);
  if (left > 0) return <>{t("places.left", { count: left, capacity })}</>;
  return <>{t("places.full", { count: waiting, capacity })}</>;
}
