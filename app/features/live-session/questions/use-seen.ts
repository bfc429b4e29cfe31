import { useEffect, useRef } from "react";
import { useCommand } from "../use-command.ts";

/** A card counts as read once half of it was on the screen for so long (ms). */
const READ_MS = 1_000;
/** Reports leave together, and not everybody's at once (ms). */
const REPORT_MS = 8_000;
const JITTER_MS = 6_000;
/** Most questions in one report. */
const MOST = 40;

/**
 * Tells the server which questions were before this person's eyes, each once, some at a time; for
 * the continuous mode, where what fewer people have seen stands higher. Cards carry
 * `data-question`.
 */
export function useSeen(assemblyId: string, active: boolean) {
  const list = useRef<HTMLUListElement>(null);
  const { canSend, send } = useCommand();

  useEffect(() => {
    const root = list.current;
    if (!active || !root) return;
    const told = new Set<string>();
    const waiting = new Set<string>();
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();
    const cards = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          clearTimeout(timers.get(target));
          const id = (target as HTMLElement).dataset["question"] ?? "";
          if (!isIntersecting || told.has(id)) continue;
          timers.set(
            target,
            setTimeout(() => waiting.add(id), READ_MS),
          );
        }
      },
      { threshold: 0.5 },
    );
    const watch = () => {
      for (const card of root.querySelectorAll("[data-question]")) cards.observe(card);
    };
    watch();
    const changes = new MutationObserver(watch);
    changes.observe(root, { childList: true });

    const report = setInterval(
      () => {
        const questionIds = [...waiting].slice(0, MOST);
        if (questionIds.length === 0 || !canSend()) return;
        for (const id of questionIds) {
          waiting.delete(id);
          told.add(id);
        }
        void send("question.seen", { assemblyId, questionIds });
      },
      REPORT_MS + Math.random() * JITTER_MS,
    );
    return () => {
      clearInterval(report);
      changes.disconnect();
      cards.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [assemblyId, active, canSend, send]);

  return list;
}
