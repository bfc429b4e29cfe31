import { useTranslation } from "react-i18next";
import type { QuestioningView } from "#wire/questions.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BurstClock } from "./burst-clock.tsx";
import "./questions.css";

/** How questions come to be asked, step by step. */
const STEPS = {
  "two-phase": ["collect", "merge", "burst", "slot"],
  continuous: ["continuous", "merge", "slot"],
} as const;

/** For members: how the questions to be asked aloud are chosen, and where that is now. */
export function RoundPanel({ questioning }: { questioning: QuestioningView }) {
  const { t } = useTranslation("questions");
  const { mode, stage, silent, burst } = questioning;
  if (mode === "simple") return null;
  if (burst) {
    return (
      <p className="round-panel">
        <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />
      </p>
    );
  }
  return (
    <div className="round-panel">
      <p>{t(mode === "continuous" ? "round.continuous" : `round.${stage}`)}</p>
      {silent > 0 && <p>{t("round.silent", { count: silent })}</p>}
      <details>
        <summary>{t("round.howTitle")}</summary>
        <ol>
          {STEPS[mode].map((step) => (
            <li key={step}>{t(`round.how.${step}`)}</li>
          ))}
        </ol>
        <p>{t("round.slotRule")}</p>
      </details>
    </div>
  );
}

/** While voices are taken, a way to the list from wherever one reads. */
export function BurstCall({ questioning }: { questioning: QuestioningView }) {
  const { t } = useTranslation("questions");
  const { burst } = questioning;
  if (!burst) return null;
  return (
    <Notice tone="wait" title={t("burst.title")}>
      <p>{t("burst.how")}</p>
      <p>
        <a href="#published" className="burst-way">
          {t("burst.go")}
        </a>
      </p>
      <p>
        <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />
      </p>
    </Notice>
  );
}
