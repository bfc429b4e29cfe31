import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(new URL("../../../app/ui/tokens.css", import.meta.url), "utf8");

/** The hexadecimal colours declared in the block that follows a selector. */
function colours(selector: string): Record<string, string> {
  const start = tokens.indexOf("{", tokens.indexOf(selector));
  const block = tokens.slice(start, tokens.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  ) as Record<string, string>;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const HUES = ["canopy", "clay", "ochre", "lake", "plum"];
const GROUNDS = ["paper", "sheet", "sunken"];
const TEXT_ON_GROUND: [string, string][] = [
  ...["ink", "muted"].flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...HUES.flatMap((hue): [string, string][] => [
    [hue, "paper"],
    [hue, "sheet"],
    [hue, `${hue}-tint`],
    ["ink", `${hue}-tint`],
    // A question's number stands on its tone.
    ["sheet", hue],
  ]),
  ["on-canopy", "canopy"],
  ["on-clay", "clay"],
  ["paper", "ink"],
];

describe.each([
  ["day", '[data-theme="light"]'],
  ["night", '[data-theme="dark"]'],
])("colours by %s", (_, selector) => {
  const palette = colours(selector);
  const colour = (name: string) => {
    const hex = palette[name];
    if (!hex) throw new Error(`no colour ${name}`);
    return hex;
  };

  it.each(TEXT_ON_GROUND)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(5);
  });

  // WCAG 1.4.11: what shows where a control is.
  it.each(["paper", "sheet"])("edges can be seen on %s", (ground) => {
    expect(contrast(colour("edge"), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it("says the night's colours the same twice", () => {
  expect(colours(":root:not([data-theme])")).toEqual(colours('[data-theme="dark"]'));
});

it("keeps the palette of the look", () => {
  expect(colours('[data-theme="light"]')).toMatchObject({
    paper: "#fbf8f2",
    ink: "#1e2a26",
    muted: "#55635d",
    canopy: "#1f5c4a",
    clay: "#b4431f",
    ochre: "#8a5a00",
    lake: "#1d4f7a",
    plum: "#6b2d5c",
  });
});
