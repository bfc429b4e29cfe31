import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { recount } from "../../app/domain/decisions/secret/recount.ts";
import { translator } from "../../app/i18n/server.ts";
import { launchBrowser } from "../support/chromium.ts";
import { holdSecretVote } from "../support/secret-vote.ts";
import { withCooperative } from "./cooperative.ts";
import { publish } from "./publish.ts";

const BALLOTS = 42_000;
const BOUND_S = 30;
const OPTIONS = ["for", "against", "abstain"];

/** The whole cooperative's secret vote, counted again by the command's code and by the page. */
const folder = mkdtempSync(join(tmpdir(), "palabre-recount-"));
try {
  const contents = Array.from(
    { length: BALLOTS },
    (_, at): BallotContent => ({
      kind: "choice",
      option: OPTIONS[at % OPTIONS.length] ?? "",
    }),
  );
  const { text } = await holdSecretVote({ contents });
  const file = join(folder, "bundle.json");
  writeFileSync(file, text);
  const node = await inNode(text);
  await withCooperative(async ({ url }) => {
    const browser = await inBrowser(`${url}/recount`, file);
    publish("recount", { ballots: BALLOTS, megabytes: text.length / 1e6, node, browser }, [
      { what: `recount of ${BALLOTS} ballots in Node`, value: `${node.toFixed(1)} s` },
      {
        what: `recount of ${BALLOTS} ballots in Chromium, with progress`,
        value: `${browser.seconds.toFixed(1)} s, ${browser.steps} steps shown`,
        bound: `≤ ${BOUND_S} s`,
        holds: browser.seconds <= BOUND_S && browser.steps > 0,
      },
    ]);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function inNode(text: string): Promise<number> {
  const started = performance.now();
  const counted = await recount(text);
  if (!counted.ok || !counted.value.passed) throw new Error("The bundle does not hold");
  return (performance.now() - started) / 1_000;
}

async function inBrowser(
  address: string,
  file: string,
): Promise<{ seconds: number; steps: number }> {
  const { t } = translator("en");
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: "en" });
    await page.goto(address, { waitUntil: "networkidle" });
    await page.getByLabel(t("recount:choose")).setInputFiles(file);
    const done = page.getByText(t("recount:outcome.passed"));
    const started = performance.now();
    await page.getByRole("button", { name: t("recount:start") }).click();
    const seen = new Set<string>();
    const words = page.locator(".progress-words");
    const refused = page.locator(".notice-stop");
    while (!(await done.isVisible())) {
      for (const shown of await words.allTextContents()) seen.add(shown);
      if (await refused.isVisible()) throw new Error(await refused.innerText());
      await page.waitForTimeout(100);
    }
    return { seconds: (performance.now() - started) / 1_000, steps: seen.size };
  } finally {
    await browser.close();
  }
}
