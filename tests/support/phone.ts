import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";

/** By ear, by thumb, and on 390 pixels without scrolling sideways. */
export async function expectGoodOnAPhone(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main :is(button, select, label.choice, summary)")]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  );
  expect(small, "smaller than a thumb").toEqual([]);
}
