import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Recount } from "#domain/decisions/secret/recount.ts";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";

const TONES = { passed: "done", open: "wait", failed: "stop" } as const satisfies Record<
  string,
  NoticeTone
>;

/** The recount in one sentence; the reader's focus goes there when it is done. */
export function RecountOutcome({ recount }: { recount: Recount }) {
  const { t } = useTranslation("recount");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const isOpen = recount.checks.some(({ state }) => state === "open");
  const outcome = !recount.passed ? "failed" : isOpen ? "open" : "passed";
  return (
    <div ref={place} tabIndex={-1} className="recount-outcome">
      <Notice tone={TONES[outcome]} title={t(`outcome.${outcome}`)}>
        <p>{t(`outcome.${outcome}Body`)}</p>
      </Notice>
    </div>
  );
}
