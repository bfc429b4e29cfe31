import type { TFunction } from "i18next";
import type { Browser, Locator, Page } from "playwright-core";
import { afterEach, beforeAll, expect } from "vitest";
import { translator } from "../../app/i18n/server.ts";
import { persona } from "../../prisma/seed/personas.ts";
import { browserOfWorker } from "./chromium.ts";
import { signIn } from "./electors.ts";
import { startDemoServer, type DemoServer } from "./demo-server.ts";

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 } },
  desk: { viewport: { width: 1280, height: 800 } },
} as const;
const STEP_TIMEOUT_MS = 60_000;

export type VisitOptions = {
  device?: keyof typeof DEVICES;
  /** Whether scripts run. */
  js?: boolean;
  /** Of the browser; a signed-in person has a language of their own. */
  language?: "fr" | "nl" | "de" | "en";
  dark?: boolean;
  /** What the browser may report without failing the test. */
  expected?: RegExp[];
};

/** Somebody at a browser of their own. */
export type Visitor = {
  page: Page;
  /** A sentence of the interface in this person's language. */
  t: TFunction;
  goTo: (path: string) => Promise<void>;
  /** The button that says exactly this sentence. */
  button: (key: string, values?: Record<string, unknown>) => Locator;
  /** Presses the button that folds something out, then what it shows. */
  confirm: (openKey: string, buttonKey: string) => Promise<void>;
  /** Opens the part of the member's page that has this id, if it is folded. */
  unfold: (id: string) => Promise<void>;
  /** Waits until this sentence, or this text, can be read. */
  reads: (words: string | RegExp) => Promise<void>;
  /** Opens another tab of the same browser. */
  otherTab: () => Promise<Visitor>;
};

/** One demo, one server and one browser for a test file. */
export type Stage = DemoServer & {
  /** A demo person by key, signed in, or somebody who is not. */
  newPersonPage: (personaKey: string | null, options?: VisitOptions) => Promise<Visitor>;
  /** Anybody on the register, signed in; their language is what `options` says. */
  newMemberPage: (personId: string, options?: VisitOptions) => Promise<Visitor>;
  browser: Browser;
};

/**
 * Starts the stage before the tests of a file and takes it down after them. An error on any page's
 * console, or thrown by one, fails the test in which it happens.
 */
export function useStage(): Stage {
  const stage = {} as Stage;
  const problems: string[] = [];
  beforeAll(async () => {
    const [server, browser] = await Promise.all([startDemoServer(), browserOfWorker()]);
    Object.assign(stage, server, {
      browser,
      newPersonPage: async (key: string | null, options: VisitOptions = {}) =>
        openPage(stage, await personaAtDoor(server, key), options, problems),
      newMemberPage: async (personId: string, options: VisitOptions = {}) => {
        const [member] = await signIn(server.pool, [personId]);
        return openPage(stage, { name: personId, cookie: member?.cookie }, options, problems);
      },
    });
    return () => server.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await showPages(stage.browser, task.name);
    await Promise.all(stage.browser.contexts().map((context) => context.close()));
    expect(problems.splice(0), "reported by the browser").toEqual([]);
  });
  return stage;
}

/** What everybody saw when a test failed. */
async function showPages(browser: Browser, test: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const name = test.replaceAll(/\W+/g, "-").slice(0, 60);
  for (const [index, page] of pages.entries()) {
    const path = `build/test-reports/e2e-${name}-${index + 1}.png`;
    await page.screenshot({ path, fullPage: true }).catch(() => undefined); // it may be gone
  }
}

/** Who sits down at a browser; the cookie is a whole `name=value`. */
type AtDoor = { name: string; cookie?: string; language?: VisitOptions["language"] };

async function personaAtDoor(server: DemoServer, key: string | null): Promise<AtDoor> {
  if (key === null) return { name: "visitor" };
  const cookie = `palabre_session=${await server.cookieOf(key)}`;
  return { name: key, cookie, language: persona(key).language };
}

async function openPage(
  stage: Stage,
  { name, cookie, language: own }: AtDoor,
  options: VisitOptions,
  problems: string[],
): Promise<Visitor> {
  const language = own ?? options.language ?? "fr";
  const context = await stage.browser.newContext({
    ...DEVICES[options.device ?? "phone"],
    baseURL: stage.url,
    locale: options.language ?? language,
    javaScriptEnabled: options.js ?? true,
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  if (cookie) {
    const [key = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name: key, value, url: stage.url }]);
  }
  const { t } = translator(language);
  const listen = (page: Page) => {
    const report = (text: string) => {
      if (!options.expected?.some((pattern) => pattern.test(text))) {
        problems.push(`${name} at ${page.url()}: ${text}`);
      }
    };
    page.on("pageerror", (error) => report(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") report(message.text());
    });
    return page;
  };
  const newTab = async (): Promise<Visitor> => visitor(listen(await context.newPage()), t, newTab);
  return newTab();
}

function visitor(page: Page, t: TFunction, otherTab: () => Promise<Visitor>): Visitor {
  return {
    page,
    t,
    otherTab,
    goTo: async (path) => {
      await page.goto(path);
    },
    button: (key, values) => page.getByRole("button", { name: t(key, values ?? {}), exact: true }),
    confirm: async (openKey, buttonKey) => {
      const fold = page.locator("details", {
        has: page.locator("summary").getByText(t(openKey), { exact: true }),
      });
      await fold.first().locator("summary").first().click();
      await fold
        .first()
        .getByRole("button", { name: t(buttonKey), exact: true })
        .click();
    },
    unfold: async (id) => {
      const fold = page.locator("details", { has: page.locator(`#${id}`) });
      if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
    },
    reads: async (words) => {
      await page.getByText(words).locator("visible=true").first().waitFor();
    },
  };
}
