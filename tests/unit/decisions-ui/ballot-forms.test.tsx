import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import {
  encodeBallot,
  type BallotContent,
  type BallotShape,
  type Stance,
} from "#domain/decisions/ballot.ts";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { BallotSubject } from "#app/features/decisions/ballot-forms/form.ts";
import { readBallot } from "#app/features/decisions/ballot-forms/read.ts";
import { BALLOT_FORMS } from "#app/features/decisions/ballot-forms/registry.ts";
import { whatIsWrong } from "#app/features/decisions/ballot-forms/wrong.ts";
import { filledContent } from "#app/features/decisions/load-ballot.server.ts";
import type { BallotPage } from "#app/features/decisions/load-page.server.ts";
import { translator } from "#app/i18n/server.ts";

const OPTIONS = Array.from({ length: 35 }, (_, at) => `o${at + 1}`);
const METHODS: Record<BallotShape, BallotSubject["method"]> = {
  choice: "resolution",
  approve: "equal-shares",
  rank: "schulze",
  grade: "majority-judgment",
  "per-option": "per-candidate",
};

function subject(shape: BallotShape, more: Partial<BallotSubject["ballot"]> = {}): BallotSubject {
  const ids = shape === "choice" ? ["for", "against", "abstain"] : OPTIONS;
  return {
    method: METHODS[shape],
    options: ids.map((id) => ({ id, label: shape === "choice" ? {} : { fr: `Option ${id}` } })),
    optionOrder: ids.toReversed(),
    ballot: { shape, options: ids, ...(shape === "grade" ? { grades: 6 } : {}), ...more },
  };
}

function markup(language: Language, element: React.ReactElement): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translator(language)}>{element}</I18nextProvider>,
  );
}

/** What a browser without scripts would post of these fields, as they are. */
function posted(html: string): FormData {
  const form = new FormData();
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const ticked = !/type="(radio|checkbox)"/.test(tag) || / checked=""/.test(tag);
    const name = attribute(tag, "name");
    if (ticked && name) form.append(name, attribute(tag, "value") ?? "");
  }
  for (const [, tag = "", options = ""] of html.matchAll(/(<select[^>]*>)(.*?)<\/select>/g)) {
    const chosen = /value="([^"]*)" selected=""/.exec(options)?.[1];
    form.append(attribute(tag, "name") ?? "", chosen ?? "");
  }
  return form;
}

const FILLED: BallotContent[] = [
  { kind: "choice", option: "against" },
  { kind: "approve", options: ["o1", "o12", "o35"] },
  { kind: "rank", ranks: [["o7"], ["o2", "o3"], ["o35"]] },
  { kind: "grade", grades: { o1: 5, o2: 0, o30: 3 } },
  { kind: "per-option", choices: { o1: "for", o2: "against", o3: "abstain" } },
];

describe.each(FILLED)("a ballot of shape $kind", (content) => {
  const shape = content.kind as BallotShape;
  const { Fields, Choice } = BALLOT_FORMS[shape];
  const page = subject(shape);
  const fields = (language: Language, filled?: BallotContent) =>
    markup(language, <Fields page={page} legend="L" hint="H" filled={filled} disabled={false} />);

  it("comes back from its review as it was, without scripts", () => {
    const read = readBallot(posted(fields("fr", content)));
    expect(read && encodeBallot(read)).toBe(encodeBallot(content));
  });

  it("is blank, or nothing, while nobody fills it in", () => {
    const read = readBallot(posted(fields("fr")));
    expect(read).toEqual(shape === "choice" ? undefined : { kind: "blank" });
  });

  it.each(LANGUAGES)("says everything in %s", (language) => {
    const said = markup(language, <Choice page={page} content={content} />);
    for (const html of [fields(language), said]) {
      const words = html.replaceAll(/<[^>]*>/g, " ");
      expect(words).not.toMatch(/ballot-forms|\{\{|(approve|rank|grade|perOption)\.[a-z]/);
      expect(html).not.toContain(" style=");
    }
  });

  it("shows the options in the voter's order", () => {
    const shown = [...fields("fr").matchAll(/value="(for|against|abstain)"|Option (o\d+)/g)];
    const order = [...new Set(shown.map((found) => found[1] ?? found[2]))];
    expect(order).toEqual(
      shape === "choice"
        ? ["for", "against", "abstain"]
        : shape === "per-option"
          ? expect.arrayContaining(page.optionOrder)
          : page.optionOrder,
    );
  });
});

describe("a ballot that cannot be cast as it is", () => {
  it("names more options than it may", () => {
    const page = subject("approve", { maxChoices: 2 });
    const approve = (options: string[]) => whatIsWrong({ kind: "approve", options }, page);
    expect(approve(["o1", "o2"])).toBeUndefined();
    expect(approve(["o1", "o2", "o3"])).toEqual({ code: "too-many", count: 2 });
  });

  it("names fewer options than asked, and is not blank", () => {
    const page = subject("approve", { minChoices: 2 });
    expect(whatIsWrong({ kind: "approve", options: ["o1"] }, page)).toEqual({
      code: "too-few",
      count: 2,
    });
    expect(whatIsWrong({ kind: "approve", options: ["o1", "o2"] }, page)).toBeUndefined();
    expect(whatIsWrong({ kind: "blank" }, page)).toBeUndefined();
  });

  it("has equal ranks where the method stops reading at them", () => {
    const level: BallotContent = { kind: "rank", ranks: [["o1", "o2"]] };
    expect(whatIsWrong(level, subject("rank"))).toBeUndefined();
    expect(whatIsWrong(level, subject("rank", { strict: true }))).toEqual({ code: "same-rank" });
  });
});

describe("what comes back from a review", () => {
  const page = (subjectOf: BallotSubject) => subjectOf as BallotPage;
  const carried = (content: BallotContent) => {
    const form = new FormData();
    form.set("content", encodeBallot(content));
    return form;
  };

  it.each<[BallotContent, BallotSubject]>([
    [{ kind: "approve", options: ["o1", "o2", "o3"] }, subject("approve", { maxChoices: 2 })],
    [{ kind: "rank", ranks: [["o1", "o2"]] }, subject("rank", { strict: true })],
  ])("keeps %o, which cannot be cast", (content, of) => {
    expect(filledContent(carried(content), page(of))).toEqual(content);
  });

  it("is nothing where the vote does not know the option", () => {
    const foreign: BallotContent = { kind: "approve", options: ["o1", "x"] };
    expect(filledContent(carried(foreign), page(subject("approve")))).toBeUndefined();
  });
});

it("reads no stance and no place that nobody offers", () => {
  const form = new FormData();
  form.set("shape", "per-option");
  form.set("stance.o1", "maybe");
  expect(readBallot(form)).toEqual({ kind: "blank" });
  form.set("shape", "rank");
  form.set("rank.o1", "first");
  form.set("rank.o2", "9");
  expect(readBallot(form)).toEqual({ kind: "rank", ranks: [["o2"]] });
  const stances: Record<string, Stance> = { o1: "for" };
  form.set("shape", "per-option");
  form.set("stance.o1", "for");
  expect(readBallot(form)).toEqual({ kind: "per-option", choices: stances });
});
