import { expect } from "vitest";
import type { Stage } from "./browser.ts";
import { answerTo } from "./workers-line.ts";

/** What the pages of the line say to the director, word group by word group. */
export async function readByDirector(
  stage: Stage,
  slug: string,
): Promise<Record<string, string[]>> {
  const line = `/workers-assembly/${slug}`;
  const said: Record<string, string[]> = {};
  for (const path of [line, `${line}/proposals`, `${line}/ranking/result`]) {
    const { status, body } = await answerTo(stage, "director", path);
    expect(status, path).toBe(200);
    said[path] = wordsOf(body);
    expect(said[path].length, path).toBeGreaterThan(0);
  }
  return said;
}

/** What a page of HTML says, without its head and foot. */
function wordsOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  const words = main.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "").split(/<[^>]*>/);
  return words.map((part) => part.trim()).filter(Boolean);
}
