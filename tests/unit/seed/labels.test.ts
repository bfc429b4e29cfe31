import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { persona, PERSONAS } from "../../../prisma/seed/personas.ts";
import { PUBLICATIONS } from "../../../prisma/seed/reports-published.ts";

type Catalogue = { [key: string]: string | Catalogue };

const catalogues = import.meta.glob<Catalogue>("../../../app/i18n/*/*.json", {
  eager: true,
  import: "default",
});

function say(language: string, slug: string, path: string): unknown {
  const start: unknown = catalogues[`../../../app/i18n/${language}/${slug}.json`];
  return path
    .split(".")
    .reduce((at, key) => (at as Catalogue | undefined)?.[key] as unknown, start);
}

describe.each(LANGUAGES)("labels of the demo in %s", (language) => {
  it("names every figure, unit, source and note", () => {
    const figures = PUBLICATIONS.flatMap((publication) => publication.figures);
    const paths = new Set([
      "facts.assembly.roll",
      "notes.roll-invented",
      "sources.demo",
      ...PUBLICATIONS.filter(({ source }) => source).map(({ source }) => `sources.${source}`),
      ...figures.flatMap(([key, , unit, note]) => [
        `facts.${key}`,
        `groups.${key.split(".")[0]}`,
        `units.${unit}`,
        ...(note ? [`notes.${note}`] : []),
      ]),
    ]);
    const missing = [...paths].filter((path) => typeof say(language, "figures", path) !== "string");
    expect(missing).toEqual([]);
  });

  it("says what each persona can show", () => {
    const missing = PERSONAS.filter(
      ({ key }) => typeof say(language, "personas", key) !== "string",
    );
    expect(missing).toEqual([]);
  });
});

describe("personas", () => {
  it("are different people with addresses that nobody can own", () => {
    expect(new Set(PERSONAS.map(({ personId }) => personId)).size).toBe(PERSONAS.length);
    expect(new Set(PERSONAS.map(({ email }) => email)).size).toBe(PERSONAS.length);
    for (const { email } of PERSONAS) expect(email).toMatch(/^[a-z-]+@demo\.example$/);
  });

  it("cover the people that a visitor looks for", () => {
    const wanted = ["member-fr", "member-nl", "moderator", "chair", "scrutineer"];
    const others = ["facilitator", "director", "organiser"];
    expect(PERSONAS.slice(0, 8).map(({ key }) => key)).toEqual([...wanted, ...others]);
    expect(() => persona("nobody")).toThrow("nobody");
  });
});
