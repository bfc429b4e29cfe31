import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const MOST_STOPS = 120;

/**
 * Presses Tab (or Shift+Tab) until `target` has the focus, and checks at every stop that the focus
 * can be seen (WCAG 2.2, 2.4.7 and 2.4.11).
 */
export async function tabTo(page: Page, target: Locator, { back = false } = {}): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    expect(await page.evaluate(whatIsWrongWithFocus)).toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${String(target)}`);
}

/** Runs in the page. */
function whatIsWrongWithFocus(): string | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return undefined; // the browser's own bar
  const said = focused.outerHTML.slice(0, 120);
  // A radio button is outlined by its label, which is as large as a thumb.
  const frame = focused.closest("label") ?? focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(frame);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return `no outline: ${said}`;
  const box = frame.getBoundingClientRect();
  const corners = [
    [box.left + 4, box.top + 4],
    [box.right - 4, box.bottom - 4],
    [box.left + box.width / 2, box.top + box.height / 2],
  ] as const;
  const seen = corners.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (frame.contains(top) || top.contains(frame));
  });
  return seen ? undefined : `hidden: ${said}`;
}
