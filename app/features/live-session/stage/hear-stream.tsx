import { useTranslation } from "react-i18next";
import { MOST_DELAY } from "#domain/live-session/stage/remote-ears.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { useClock } from "./server-clock.tsx";
import { heardSites } from "./stream-desk.tsx";

/** So long after the chair said the word a reader is still asked whether they heard it (ms). */
const ASKED_FOR = Math.min(120, MOST_DELAY) * 1_000;

/** Whoever follows a stream tells when the chair's word reaches them: that measures its delay. */
export function HearStream({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const { delayMarkedAt } = view.stage;
  const now = useClock();
  if (delayMarkedAt === undefined || now === undefined) return null;
  if (now - delayMarkedAt > ASKED_FOR) return null;
  return (
    <Notice tone="wait" title={t("hear.title")} role="status">
      <p>{t("hear.how")}</p>
      {heardSites(view).map((site) => (
        <ActForm
          key={`${site.id}-${delayMarkedAt}`}
          act="stream.heard"
          fields={{
            assemblyId: view.assembly.id,
            siteId: site.id,
            markedAt: String(delayMarkedAt),
          }}
          label={t("hear.now", { name: site.name })}
          tone="primary"
        />
      ))}
    </Notice>
  );
}
