import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Checks the page as it stands against WCAG 2.2 AA and says in words what is wrong with it. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // The page's policy forbids foreign scripts; the debugger's own evaluation is not one.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate<AxeResults, string[]>(async (tags) => {
    // What a bar that stays covers depends on where one has scrolled to: bars are judged in the flow.
    const staying = [...document.querySelectorAll<HTMLElement>("body *")].filter((part) =>
      ["fixed", "sticky"].includes(getComputedStyle(part).position),
    );
    for (const part of staying) part.style.position = "static";
    try {
      const runOnly = { type: "tag" as const, values: tags };
      // What passes needs no list of where it did.
      return await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    } finally {
      for (const part of staying) part.style.removeProperty("position");
    }
  }, TAGS);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target, failureSummary }) =>
      [`${id}: ${help}`, target.join(" "), html.slice(0, 200), failureSummary ?? ""].join("\n  "),
    ),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}
