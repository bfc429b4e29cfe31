// Runs beside the page: forty thousand signatures are checked while it stays alive.
import { recount } from "#domain/decisions/secret/recount.ts";
import type { RecountNews } from "./use-recount.ts";

/** Often enough to be seen moving, seldom enough to cost nothing. */
const TELL_EVERY_MS = 100;

addEventListener("message", ({ data }: MessageEvent<Blob>) => {
  // What goes wrong here is an error of the worker, which the page hears of.
  work(data).catch(reportError);
});

async function work(file: Blob): Promise<void> {
  let told = 0;
  let telling = "";
  const text = await file.text().catch(() => undefined);
  if (text === undefined) {
    tell({ kind: "refused", problem: { code: "unreadable" } });
    return;
  }
  const counted = await recount(text, {
    progress: (progress) => {
      const now = performance.now();
      if (progress.check === telling && now - told < TELL_EVERY_MS) return;
      told = now;
      telling = progress.check;
      tell({ kind: "progress", progress });
    },
  });
  tell(
    counted.ok
      ? { kind: "done", recount: counted.value }
      : { kind: "refused", problem: counted.problem },
  );
}

function tell(news: RecountNews): void {
  postMessage(news);
}
