import { useTranslation } from "react-i18next";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { RecentAct } from "./door-acts.ts";

type DoorRecentProps = { recent: RecentAct[]; onUndo: (act: RecentAct) => void };

/** What was noted on this device, newest first; a slip is taken back here. */
export function DoorRecent({ recent, onUndo }: DoorRecentProps) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  return (
    <Section title={t("door.recent")}>
      {recent.length === 0 ? (
        <p className="muted">{t("door.recentEmpty")}</p>
      ) : (
        <ul className="door-recent">
          {recent.map((act) => (
            <li key={act.id} className="door-recent-act">
              <span className={act.undone ? "door-undone" : undefined}>
                {formatTime(language, act.at)} · {t(`door.${act.kind}`)} · {act.name}
              </span>
              {!act.undone && (
                <Button type="button" tone="quiet" onClick={() => onUndo(act)}>
                  <span>
                    {t("door.undo")}{" "}
                    <span className="for-ears">{t("door.undoAbout", { name: act.name })}</span>
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
