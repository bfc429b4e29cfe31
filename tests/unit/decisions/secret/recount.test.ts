import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { labelsIn } from "#app/features/decisions/results/labels-in.ts";
import { namedOptions } from "#app/features/decisions/recount/named-options.ts";
import { announcedElection } from "#domain/decisions/secret/announced.ts";
import type { Bundle } from "#domain/decisions/secret/bundle.ts";
import { CHECK_NAMES, type CheckName } from "#domain/decisions/secret/check.ts";
import { ledgerProblems } from "#domain/decisions/secret/ledger.ts";
import {
  aggregate,
  INVALID,
  mayPublishOpened,
  openedContent,
  openedTotals,
} from "#domain/decisions/secret/opened.ts";
import { recount } from "#domain/decisions/secret/recount.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import { holdSecretVote } from "../../../support/secret-vote.ts";

const choice = (option: string): BallotContent => ({ kind: "choice", option });
const CONTENTS: BallotContent[] = [
  ...["for", "for", "for", "against", "abstain"].map(choice),
  { kind: "blank" },
  // Sealed by somebody who did not use the page: an option that does not exist.
  choice("eve"),
];

let vote: { bundle: Bundle; text: string };
beforeAll(async () => {
  vote = await holdSecretVote({ contents: CONTENTS });
});

/** What is wrong with a text: failed checks, or that it is no bundle. */
async function failures(text: string): Promise<CheckName[] | string> {
  const counted = await recount(text);
  if (!counted.ok) return counted.problem.code;
  return counted.value.checks.filter(({ state }) => state === "failed").map(({ name }) => name);
}

/** The text of the same bundle after somebody's change. */
function changed(change: (bundle: Bundle) => void): string {
  const bundle = JSON.parse(vote.text) as Bundle;
  change(bundle);
  return canonicalJson(bundle);
}

function countsOf({ report }: Bundle) {
  if (report.method !== "resolution") throw new Error("This vote was a resolution");
  return report.counts;
}

/** Another character of the same alphabet in the first place of a text. */
const other = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);

describe("an honest bundle", () => {
  it("passes all five checks and gives the report", async () => {
    const steps: string[] = [];
    const counted = await recount(vote.text, {
      progress: ({ check, done, total }) => steps.push(`${check} ${done}/${total}`),
    });
    if (!counted.ok) throw new Error(counted.problem.code);
    const { passed, checks, summary, report } = counted.value;
    expect(passed).toBe(true);
    expect(checks.map(({ name, state }) => [name, state])).toEqual(
      CHECK_NAMES.map((name) => [name, "passed"]),
    );
    expect(summary).toMatchObject({ ballots: 7, blank: 1, invalid: 1, head: vote.bundle.head });
    expect(report).toMatchObject({ counts: { for: 3, against: 1, abstain: 2 } });
    expect(steps).toContain("ballots 7/7");
  });

  it("of a vote by mandate too: the cap of one tenth is checked again on its holders", async () => {
    const contents = Array.from({ length: 20 }, (_, at) => choice(at < 12 ? "for" : "against"));
    const holders = [
      { own: 1 as const, mandates: 3 },
      { own: 0 as const, mandates: 1 },
    ];
    const { bundle, text } = await holdSecretVote({ contents, holders });
    const counted = await recount(text);
    if (!counted.ok) throw new Error(counted.problem.code);
    expect(counted.value.passed).toBe(true);
    expect(counted.value.report).toMatchObject({
      oneTenth: { applies: true, limit: 2, holdersOver: 1, excess: 2 },
    });
    // Whoever hides a mandate changes what the board began with, and the report with it.
    const definition = { ...bundle.definition, holders: [{ own: 1, mandates: 1 }] };
    expect(await failures(canonicalJson({ ...JSON.parse(text), definition }))).not.toEqual([]);
  });

  it("of a vote that nobody took part in", async () => {
    const { text } = await holdSecretVote({ contents: [] });
    expect(await failures(text)).toEqual([]);
  });

  it("whose server held the key leaves the attestation open", async () => {
    const { text } = await holdSecretVote({ contents: CONTENTS, seal: "server" });
    const counted = await recount(text);
    const attestations = counted.ok && counted.value.checks.at(-1);
    expect(attestations).toMatchObject({ state: "open", findings: [{ code: "no-scrutineers" }] });
    expect(counted.ok && counted.value.passed).toBe(true);
  });
});

describe("a vote by another method", () => {
  const method = {
    method: "majority-judgment" as const,
    rule: { grades: 3 },
    ballot: { shape: "grade" as const, options: ["ana", "bob"], grades: 3 },
  };
  const grades = (count: number): BallotContent[] =>
    Array.from({ length: count }, (_, at) => ({
      kind: "grade",
      grades: { ana: 2, bob: at % 3 },
    }));

  it("is counted again by that method", async () => {
    const counted = await recount((await holdSecretVote({ contents: grades(100), method })).text);
    expect(counted.ok && counted.value.passed).toBe(true);
    expect(counted.ok && counted.value.report).toMatchObject({ order: [["ana"], ["bob"]] });
  });

  it("keeps few ballots closed, and says so", async () => {
    const { text } = await holdSecretVote({ contents: grades(6), method });
    expect(text).not.toContain('opened"');
    const counted = await recount(text);
    const count = counted.ok && counted.value.checks.find(({ name }) => name === "count");
    expect(count).toMatchObject({ state: "open", findings: [{ code: "opened-withheld" }] });
    expect(counted.ok && counted.value.passed).toBe(true);
    expect(counted.ok && counted.value.report).toBeUndefined();
  });
});

describe("an election's options", () => {
  const method = {
    method: "approval" as const,
    rule: { seats: 1 },
    ballot: { shape: "approve" as const, options: ["ana", "bob"] },
  };
  const approve = (...options: string[]): BallotContent => ({ kind: "approve", options });
  const summaryOf = async (text: string) => {
    const counted = await recount(text);
    if (!counted.ok) throw new Error(counted.problem.code);
    return counted.value;
  };

  it("are told as the bundle names them", async () => {
    const labels = { ana: { fr: "Ana Lenoir" }, bob: { fr: "Bob Dewit" } };
    const { text } = await holdSecretVote({ contents: [approve("ana")], method, labels });
    const { summary } = await summaryOf(text);
    expect(namedOptions(summary.definition)).toEqual([
      { id: "ana", label: labels.ana },
      { id: "bob", label: labels.bob },
    ]);
  });

  it("keep their ids in a bundle without labels", async () => {
    const { text } = await holdSecretVote({ contents: [approve("ana")], method, labels: null });
    const { passed, summary } = await summaryOf(text);
    expect(text).not.toContain('"labels"');
    expect(passed).toBe(true);
    expect(labelsIn("fr", namedOptions(summary.definition))("ana")).toBe("ana");
  });

  it("are told as announced where the ballots are too few to be published", async () => {
    const contents = [approve("bob"), approve("bob"), approve("ana")];
    const { text } = await holdSecretVote({ contents, method });
    const { report, announced } = await summaryOf(text);
    expect(report).toBeUndefined();
    expect(announced).toMatchObject({ winners: ["bob"], order: [["bob"], ["ana"]], seats: 1 });
  });

  it.each([
    ["an option nobody knows", { winners: ["eve"] }],
    ["no order", { order: "ana" }],
    ["a tie of another kind", { ties: [{ place: "moon", rule: "lot", between: [], fell: [] }] }],
  ])("are not told from an announcement with %s", (_, part) => {
    const honest = {
      winners: ["ana"],
      order: [["ana"], ["bob"]],
      ties: [],
      ballots: { cast: 3, blank: 0, invalid: 0, counted: 3 },
    };
    expect(announcedElection({ ...honest, detail: {} }, ["ana", "bob"])).toEqual(honest);
    expect(announcedElection({ ...honest, ...part }, ["ana", "bob"])).toBeUndefined();
  });
});

describe("tampering", () => {
  const cases: [string, (bundle: Bundle) => void, CheckName[]][] = [
    ["the title", (b) => (b.definition.texts = {}), ["board"]],
    ["the rule", (b) => (b.definition.rule.majority = "four_fifths"), ["board", "count"]],
    [
      "a rule nobody knows",
      (b) => Object.assign(b.definition.rule, { majority: "x" }),
      ["board", "count"],
    ],
    [
      "the issuing key",
      (b) => (b.definition.credentialKey = other(b.definition.credentialKey)),
      ["board", "ballots"],
    ],
    ["the urn's key", (b) => (b.definition.urnKey = other(b.definition.urnKey)), ["board"]],
    [
      "a scrutineer's key",
      (b) => void b.definition.keepers.forEach((k) => (k.signingKey = other(k.signingKey))),
      ["board", "attestations"],
    ],
    ["the order of the board", (b) => b.board.reverse(), ["board"]],
    ["a ballot left out", (b) => b.board.pop(), ["board", "ledger", "count"]],
    [
      "a ballot twice",
      (b) => b.board.splice(0, 0, ...b.board.slice(0, 1)),
      ["board", "ballots", "ledger", "count"],
    ],
    [
      "a credential",
      (b) => b.board.forEach((e) => (e.credential = other(e.credential))),
      ["board", "ballots"],
    ],
    [
      "an issue signature",
      (b) => b.board.forEach((e) => (e.issueSignature = other(e.issueSignature))),
      ["board", "ballots"],
    ],
    [
      "a sealed ballot",
      (b) => b.board.forEach((e) => (e.sealed = other(e.sealed))),
      ["board", "ballots"],
    ],
    [
      "a signature",
      (b) => b.board.forEach((e) => (e.signature = other(e.signature))),
      ["board", "ballots"],
    ],
    ["a revision", (b) => b.board.forEach((e) => e.revision++), ["board", "ballots"]],
    ["the length of ballots", (b) => b.definition.ballotBytes++, ["board", "ballots"]],
    ["more ballots than marks", (b) => (b.ledger.issued.online = 0), ["board", "ledger"]],
    ["the persons present", (b) => b.ledger.present++, ["board", "ledger"]],
    [
      "the head",
      (b) => (b.head = b.head.replace(/^./, (c) => (c === "0" ? "1" : "0"))),
      ["board", "attestations"],
    ],
    ["what ballots say", (b) => b.opened?.forEach((o) => (o.content = INVALID)), ["count"]],
    ["how many say it", (b) => b.opened?.forEach((o) => o.ballots++), ["count"]],
    ["opened ballots withheld", (b) => delete b.opened, ["count"]],
    [
      "the hash of opened ballots",
      (b) => (b.openedHash = "0".repeat(64)),
      ["count", "attestations"],
    ],
    ["the report", (b) => countsOf(b).for++, ["count", "attestations"]],
    [
      "something added to the report",
      (b) => Object.assign(b.report, { note: "" }),
      ["count", "attestations"],
    ],
    [
      "an attestation",
      (b) => b.attestations.forEach((a) => (a.signature = other(a.signature))),
      ["attestations"],
    ],
    ["attestations left out", (b) => b.attestations.splice(1), ["attestations"]],
    [
      "a scrutineer twice",
      (b) => b.attestations.splice(1, 2, ...b.attestations.slice(0, 1)),
      ["attestations"],
    ],
    [
      "somebody else's attestation",
      (b) => b.attestations.forEach((a) => (a.personId = "x")),
      ["attestations"],
    ],
  ];
  it.each(cases)("with %s is found where it is", async (_, change, expected) => {
    expect(await failures(changed(change))).toEqual(expected);
  });

  it("names the ballot, the scrutineer and the part of the report", async () => {
    const counted = await recount(
      changed((bundle) => {
        const third = bundle.board[2];
        if (third) third.sealed = other(third.sealed);
        const second = bundle.attestations[1];
        if (second) second.signature = other(second.signature);
        countsOf(bundle).against++;
      }),
    );
    const findings = counted.ok ? counted.value.checks.flatMap((check) => check.findings) : [];
    expect(findings).toContainEqual({ code: "not-signed", ballot: 3 });
    expect(findings).toContainEqual({ code: "report-differs", path: "report.counts.against" });
    expect(findings).toContainEqual({ code: "attestation-wrong", keeper: "Keeper 2" });
  });

  it.each([
    ["a space", (text: string) => text.replace(",", ", "), "not-canonical"],
    ["a member too many", (text: string) => text.replace("{", '{"a":1,'), "misshapen"],
    [
      "a byte string with spare bits",
      (text: string) => text.replace(/"signature":"(.{85})./g, '"signature":"$1B'),
      "misshapen",
    ],
    [
      "a member that every object has",
      (text: string) => text.replace(/}$/, ',"toString":1}'),
      "misshapen",
    ],
    ["half of it", (text: string) => text.slice(0, text.length / 2), "not-json"],
    ["nothing", () => "", "not-json"],
    ["another format", (text: string) => text.replace("ballots/1", "ballots/9"), "misshapen"],
  ])("with %s makes it no bundle", async (_, change, code) => {
    expect(await failures(change(vote.text))).toBe(code);
  });

  it("with any byte is found", async () => {
    const bytes = new TextEncoder().encode(vote.text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const text = new TextDecoder().decode(bytes.with(at, (bytes[at] ?? 0) ^ mask));
          expect(await failures(text)).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("with any value of the bundle is found", async () => {
    const found = await Promise.all(
      variantsOf(JSON.parse(vote.text)).map(async ({ path, value }) => ({
        path,
        failed: await failures(canonicalJson(value)),
      })),
    );
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ failed }) => failed.length === 0)).toEqual([]);
  });
});

describe("the ledger", () => {
  const honest = {
    entitled: 10,
    present: 8,
    ballots: 6,
    issued: { online: 5, assisted: 1, paper: 1, no_script: 0 },
  };
  it.each([
    [{}, []],
    [{ ballots: 8 }, ["ballots-exceed-marks"]],
    [{ entitled: 6, present: 6 }, ["marks-exceed-entitled"]],
    [{ present: 11 }, ["present-exceeds-entitled"]],
    [{ ballots: -1 }, ["not-counts"]],
    [{ ballots: 1.5 }, ["not-counts"]],
  ])("with %j: %j", (change, problems) => {
    expect(ledgerProblems({ ...honest, ...change })).toEqual(problems);
  });
});

describe("opened ballots", () => {
  const definition = { shape: "choice" as const, options: ["a", "b"] };
  it("that do not open, or say nonsense, are invalid", () => {
    expect(openedContent(undefined, definition)).toBe(INVALID);
    expect(openedContent(new Uint8Array(64).fill(255), definition)).toBe(INVALID);
  });

  it("lose their place", () => {
    const opened = aggregate(["x", INVALID, "a", "x", '{"kind":"blank"}']);
    expect(opened).toEqual([
      { content: "a", ballots: 1 },
      { content: INVALID, ballots: 1 },
      { content: "x", ballots: 2 },
      { content: '{"kind":"blank"}', ballots: 1 },
    ]);
    expect(openedTotals(opened)).toEqual({ ballots: 5, blank: 1, invalid: 1 });
  });

  it("are published where nobody is told by a pattern", () => {
    expect(mayPublishOpened("choice", 1)).toBe(true);
    expect(mayPublishOpened("grade", 99)).toBe(false);
    expect(mayPublishOpened("grade", 100)).toBe(true);
  });
});

/** The same JSON with one of its values changed, for each of them. */
function variantsOf(value: unknown, path = ""): { path: string; value: unknown }[] {
  if (typeof value === "number") return [{ path, value: value + 1 }];
  if (typeof value === "boolean") return [{ path, value: !value }];
  if (typeof value === "string") return [{ path, value: value === "" ? "x" : other(value) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    variantsOf(member, `${path}.${name}`).map((variant) => ({
      path: variant.path,
      value: Array.isArray(value)
        ? value.with(Number(name), variant.value)
        : { ...value, [name]: variant.value },
    })),
  );
}
