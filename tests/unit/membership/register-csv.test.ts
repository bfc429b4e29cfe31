import { describe, expect, it } from "vitest";
import { readHeader } from "#domain/membership/register-columns.ts";
import { registerReader } from "#domain/membership/register-csv.ts";
import {
  readDay,
  readDeparture,
  readEmail,
  readKind,
  readLanguage,
  readShares,
} from "#domain/membership/register-values.ts";

const KNOWN = {
  offices: [
    { id: "liege", name: "Liège" },
    { id: "bruxelles", name: "Bruxelles" },
  ],
  categories: ["A", "B", "C"],
};

const HEADER = [
  "Registre",
  "Prénom",
  "Nom",
  "Langue",
  "Bureau",
  "Courriel",
  "Catégorie",
  "Parts",
  "Date d’admission",
  "Date de sortie",
  "Motif de sortie",
];
const LINE = [
  "S000001",
  "Anaïs",
  "Exemple",
  "Français",
  "LIEGE",
  " Anais@Exemple.TEST ",
  "a",
  "2",
  "18/06/2019",
  "",
  "",
];

function change(changes: Record<number, string>): string[] {
  return LINE.map((cell, at) => changes[at] ?? cell);
}

function problemsOf(cells: string[]): [string, string][] {
  const line = registerReader(HEADER, KNOWN).read(2, cells);
  return line.ok ? [] : line.problems.map(({ column, code }) => [column, code]);
}

describe("a register, line by line", () => {
  it("is normalised", () => {
    expect(registerReader(HEADER, KNOWN).read(2, LINE)).toEqual({
      ok: true,
      row: {
        registerNo: "S000001",
        kind: "natural",
        givenName: "Anaïs",
        familyName: "Exemple",
        language: "fr",
        officeId: "liege",
        email: "anais@exemple.test",
        postal: "",
        categoryId: "A",
        shares: 2,
        admittedOn: "2019-06-18",
        left: undefined,
      },
    });
  });

  it("may say how somebody left", () => {
    const line = registerReader(HEADER, KNOWN).read(
      2,
      change({ 9: "30/06/2024", 10: "Démission" }),
    );
    expect(line).toMatchObject({ row: { left: { on: "2024-06-30", as: "resigned" } } });
  });

  it.each([
    ["nothing wrong", {}, []],
    ["no address", { 5: "" }, []],
    ["no number", { 0: " " }, [["register_no", "missing"]]],
    ["no name", { 2: "" }, [["family_name", "missing"]]],
    ["a name without end", { 2: "x".repeat(121) }, [["family_name", "too-long"]]],
    ["a language we do not speak", { 3: "es" }, [["language", "unknown-language"]]],
    ["an office that closed", { 4: "Arlon" }, [["office", "unknown-office"]]],
    ["half an address", { 5: "anais@exemple" }, [["email", "bad-email"]]],
    ["a category unheard of", { 6: "D" }, [["category", "unknown-category"]]],
    ["no share", { 7: "0" }, [["shares", "bad-number"]]],
    ["half a share", { 7: "1,5" }, [["shares", "bad-number"]]],
    ["31 June", { 8: "31/06/2019" }, [["admitted_on", "bad-date"]]],
    ["left, nobody knows why", { 9: "2024-06-30" }, [["left_as", "incomplete-departure"]]],
    ["left, nobody knows when", { 10: "exclusion" }, [["left_on", "incomplete-departure"]]],
    ["a reason unheard of", { 9: "2024-06-30", 10: "?" }, [["left_as", "unknown-departure"]]],
    ["left before coming", { 9: "2018-01-01", 10: "deces" }, [["left_on", "left-before-admitted"]]],
    [
      "several at once",
      { 0: "", 7: "x" },
      [
        ["register_no", "missing"],
        ["shares", "bad-number"],
      ],
    ],
  ] as const)("%s", (_, changes, expected) => {
    expect(problemsOf(change(changes))).toEqual(expected);
  });

  it("says the line, and cuts what it quotes", () => {
    const reader = registerReader(HEADER, KNOWN);
    expect(reader.read(1_234, change({ 5: `${"x".repeat(60)}@` }))).toEqual({
      ok: false,
      problems: [{ line: 1_234, column: "email", code: "bad-email", value: "x".repeat(40) }],
    });
    expect(reader.read(9, ["S1", "trop court"])).toMatchObject({
      problems: [{ line: 9, code: "cell-count", value: "2" }],
    });
  });

  it("finds a number or an address twice, however they are written", () => {
    const reader = registerReader(HEADER, KNOWN);
    reader.read(2, LINE);
    expect(reader.read(3, change({ 5: "ANAIS@exemple.test" }))).toMatchObject({
      problems: [
        { line: 3, column: "register_no", code: "duplicate-register-no" },
        { line: 3, column: "email", code: "duplicate-email" },
      ],
    });
    expect(reader.read(4, change({ 0: "S000002", 5: "" }))).toMatchObject({ ok: true });
    expect(reader.read(5, change({ 0: "S000003", 5: "" }))).toMatchObject({ ok: true });
  });
});

describe("the header", () => {
  it("is understood in French and in English, in any order", () => {
    expect(readHeader(["Name", "register_no", "CATEGORY", "Langue", "parts", "admission"])).toEqual(
      {
        columns: ["family_name", "register_no", "category", "language", "shares", "admitted_on"],
        problems: [],
      },
    );
  });

  it("says what is missing, unknown or there twice", () => {
    expect(registerReader([...HEADER.slice(1), "Nom", "Zodiaque"], KNOWN).problems).toEqual([
      { line: 1, column: "family_name", code: "repeated-column", value: "" },
      { line: 1, column: "Zodiaque", code: "unknown-column", value: "" },
      { line: 1, column: "register_no", code: "missing-column", value: "" },
    ]);
  });
});

describe("values", () => {
  it.each([
    [readDay, "2024-02-29", "2024-02-29"],
    [readDay, "2023-02-29", undefined],
    [readDay, "1.6.2024", "2024-06-01"],
    [readDay, "01-06-2024", "2024-06-01"],
    [readDay, "06/31/2024", undefined],
    [readDay, "hier", undefined],
    [readLanguage, "NL", "nl"],
    [readLanguage, "nl-BE", "nl"],
    [readLanguage, "Néerlandais", "nl"],
    [readLanguage, "", undefined],
    [readKind, "Personne  morale", "legal"],
    [readKind, "constructor", undefined],
    [readDeparture, "Décès", "deceased"],
    [readEmail, "a@b.co", "a@b.co"],
    [readEmail, "a b@c.be", undefined],
    [readEmail, "<a@c.be>", undefined],
    [readShares, "41580", 41_580],
    [readShares, "-1", undefined],
    [readShares, "1e3", undefined],
  ] as const)("%o of %j is %j", (read, cell, expected) => {
    expect(read(cell)).toBe(expected);
  });
});
