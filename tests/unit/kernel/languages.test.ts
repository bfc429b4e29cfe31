import { describe, expect, it } from "vitest";
import { withoutNulls } from "#domain/kernel/json.ts";
import { inLanguage, isLanguage } from "#domain/kernel/languages.ts";
import { ok, refuse } from "#domain/kernel/result.ts";

describe("a text in the reader's language", () => {
  it.each([
    [{ fr: "Oui", nl: "Ja" }, "nl", { language: "nl", value: "Ja" }],
    [{ fr: "Oui", nl: "Ja" }, "de", { language: "fr", value: "Oui" }],
    [{ en: "Yes", de: "Ja" }, "fr", { language: "de", value: "Ja" }],
    [{ nl: "" }, "nl", { language: "nl", value: "" }],
    [{}, "fr", undefined],
  ] as const)("%j in %s", (texts, wanted, expected) => {
    expect(inLanguage<string>(texts, wanted)).toEqual(expected);
  });

  it.each([
    ["fr", true],
    ["FR", false],
    ["es", false],
    [undefined, false],
    [3, false],
  ])("%j is a language of the interface: %s", (value, expected) => {
    expect(isLanguage(value)).toBe(expected);
  });
});

describe("an outcome", () => {
  it("is a value or a refusal with a code", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(refuse("not-found")).toEqual({ ok: false, refusal: { code: "not-found" } });
    expect(refuse("too-large", { max: 9 })).toEqual({
      ok: false,
      refusal: { code: "too-large", details: { max: 9 } },
    });
  });
});

describe("what a live view may hold", () => {
  it("has no null at any depth", () => {
    expect(withoutNulls({ a: null, b: { c: null, d: [{ e: null, f: 0 }] }, g: undefined })).toEqual(
      {
        b: { d: [{ f: 0 }] },
      },
    );
  });
});
