import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { catalogue, namespacesOf } from "./catalogues.ts";

const APP = new URL("../../../app/", import.meta.url);
const FILES = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .sort();
const KEYS = new Map(
  namespacesOf("fr").map((namespace) => [namespace, [...catalogue("fr", namespace).keys()]]),
);

/** Keys with which a file asks for sentences; a part known only at run time is `*`. */
type Use = { namespaces: string[]; keys: string[] };

describe("every sentence asked for exists", () => {
  const uses = FILES.map((file) => ({ file, use: usesIn(file) })).filter(
    ({ use }) => use.keys.length > 0,
  );

  it("finds the pages", () => {
    expect(uses.length).toBeGreaterThan(20);
  });

  it.each(uses)("$file", ({ use }) => {
    expect(use.keys.filter((key) => !isKnown(key, use.namespaces))).toEqual([]);
  });
});

function isKnown(key: string, namespaces: string[]): boolean {
  const [first = "", rest] = key.split(/:(.*)/s);
  const places = rest === undefined ? namespaces : [first];
  const escaped = (rest ?? first).replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".+");
  const pattern = new RegExp(`^${escaped}(_zero|_one|_two|_few|_many|_other)?$`);
  return places.some((place) => KEYS.get(place)?.some((known) => pattern.test(known)));
}

function usesIn(file: string): Use {
  const source = ts.createSourceFile(
    file,
    readFileSync(new URL(file, APP), "utf8"),
    ts.ScriptTarget.ES2022,
  );
  const namespaces = new Set<string>();
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      const [first] = node.arguments;
      if (name === "useTranslation") {
        for (const namespace of first ? keysOf(first) : ["common"]) namespaces.add(namespace);
      } else if ((name === "t" || name.endsWith(".t")) && first) {
        keys.push(...keysOf(first));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { namespaces: namespaces.size > 0 ? [...namespaces] : [slugOf(file)], keys };
}

/** A helper that is handed `t` speaks for its feature. */
function slugOf(file: string): string {
  return /^features\/([^/]+)\//.exec(file)?.[1] ?? "common";
}

/** The texts that an expression can be; nothing where it is not written out. */
function keysOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(keysOf);
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map((span) => `*${span.literal.text}`);
    return [node.head.text + spans.join("")];
  }
  return [];
}
