import { useTranslation } from "react-i18next";
import type { CeremonyView } from "#wire/urns.ts";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { shareOf, sharedUrns } from "./keeper-step.ts";

type Progress = "joined" | "dealt" | "confirmed" | "given" | "attested";

/** Who keeps a share, and how far each has come; by name: they act for everybody. */
export function KeepersList({ view }: { view: CeremonyView }) {
  const { t } = useTranslation("urns");
  const { keepers, needed, scrutineers } = view;
  if (sharedUrns(view).length === 0) return null;
  return (
    <Section title={t("keepers.title")}>
      <p className="small muted">
        {t("keepers.count", { count: keepers.length, scrutineers, needed })}
      </p>
      <ul className="urn-keepers">
        {keepers.map(({ personId, name, self }) => {
          const progress = progressOf(view, personId);
          return (
            <li key={personId} className="urn-keeper">
              <span>{self ? t("keepers.self", { name }) : name}</span>
              <Tag tone={progress === "joined" || progress === "dealt" ? "ochre" : "canopy"}>
                {t(`keepers.progress.${progress}`)}
              </Tag>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The furthest that somebody has come with every urn that is at that point. */
function progressOf(view: CeremonyView, personId: string): Progress {
  const urns = sharedUrns(view);
  const opened = urns.filter((urn) => urn.opened);
  if (opened.some((urn) => urn.opened?.attestedBy.includes(personId))) return "attested";
  const shares = urns.flatMap((urn) => shareOf(urn, personId) ?? []);
  if (shares.some((share) => share.given)) return "given";
  if (shares.length === 0) return "joined";
  return shares.every((share) => share.confirmed) ? "confirmed" : "dealt";
}
