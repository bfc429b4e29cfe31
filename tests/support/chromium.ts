import { chromium, type Browser } from "playwright-core";

/**
 * Without these a whole Chromium makes, for each person of a test, two pages of its own address bar
 * and one in reserve: two thirds of what the person then costs. The switch takes the place of
 * Playwright's; what matters of it is said again.
 */
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "PreconnectToSearch",
];

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--disable-sync",
  "--disable-quic",
  `--disable-features=${WITHOUT.join(",")}`,
];

let running: Browser | undefined;

/** One for all test files of a worker, one after the other; it ends with the worker. */
export async function browserOfWorker(): Promise<Browser> {
  if (!running?.isConnected()) running = await launchBrowser();
  return running;
}

/** The browser of the system, without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["PALABRE_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ARGUMENTS,
  });
}
