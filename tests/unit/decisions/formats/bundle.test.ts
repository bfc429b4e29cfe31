import { describe, expect, it } from "vitest";
import { problemOf, reading } from "./reading.ts";

const OPTIONS = '"options": [{"id": "a", "name": "A"}, {"id": "b"}]';

function bundle(ballots: string, more = ""): string {
  return `{"format": "palabre/tally/1", ${more}\n"ballots": [${ballots}],\n${OPTIONS}}`;
}

describe("reading our bundle", () => {
  it("reads what to count and how, members in any order", () => {
    const text = bundle(
      '{"count": 3, "content": {"ranks": [["b"], ["a"]], "kind": "rank"}}, {"content": {"kind": "blank"}, "count": 1}',
      '"title": "\\u00c9t\\u00e9", "method": "stv", "settings": {"seats": 2, "deep": [[true, false, "x"]]}, "tie": {"kind": "lot", "seed": "s"}, "invalid": 4,',
    );
    expect(reading("json", text)).toEqual({
      title: "Été",
      method: "stv",
      settings: { seats: 2, deep: [[true, false, "x"]] },
      tie: { kind: "lot", seed: "s" },
      names: ["A", "b"],
      shape: "rank",
      profile: {
        options: ["a", "b"],
        ballots: [
          { content: { kind: "rank", ranks: [["b"], ["a"]] }, count: 3 },
          { content: { kind: "blank" }, count: 1 },
        ],
        invalid: 4,
      },
    });
  });

  it.each([
    { kind: "choice", option: "a" },
    { kind: "approve", options: ["b", "a"] },
    { kind: "rank", ranks: [["a", "b"]] },
    { kind: "grade", grades: { a: 0, b: 3 } },
    { kind: "per-option", choices: { a: "for", b: "abstain" } },
  ])("reads %j", (content) => {
    const { profile, shape } = reading("json", bundle(JSON.stringify({ count: 2, content })));
    expect(profile.ballots).toEqual([{ content, count: 2 }]);
    expect(shape).toBe(content.kind);
  });

  it.each([
    '{"kind":"approve","options":[]}',
    '{"kind":"rank","ranks":[]}',
    '{"kind":"grade","grades":{}}',
    '{"kind":"per-option","choices":{}}',
  ])("reads %s as a blank ballot", (content) => {
    const { profile } = reading("json", bundle(`{"count":1,"content":${content}}`));
    expect(profile.ballots).toEqual([{ content: { kind: "blank" }, count: 1 }]);
  });

  const said = (content: string) => bundle(`{"count":1,"content":${content}}`);
  it.each([
    ["", "1:1", "an object", "the end of the file"],
    ["[]", "1:1", "an object", "["],
    ["{}", "1:1", "the members format, options and ballots", "{}"],
    ['{"format": "palabre/tally/2"}', "1:12", 'the format "palabre/tally/1"', "palabre"],
    ['{"form": 1}', "1:2", "one of the members format, title", "form"],
    [`${bundle("")} x`, "3:53", "the end of the file after the bundle", "x"],
    [bundle('{"count":1}'), "2:13", "the members count and content", '{"count'],
    [bundle('{"count":1,"count":2}'), "2:24", "the member count only once", "count"],
    [bundle('{"count":1.0}'), "2:22", "a whole number", "1.0"],
    [bundle('{"count":1e3}'), "2:22", "a whole number", "1e3"],
    [bundle('{"count":9007199254740993}'), "2:22", "to 9007199254740991", "9007199254740993"],
    [said('{"kind":"rank","ranks":[["c"]]}'), "2:57", 'which "c" is not', '[["c"]]'],
    [said('{"kind":"rank","ranks":[["a"],["a"]]}'), "2:57", "each option at most once", "[["],
    [said('{"kind":"rank","ranks":[["a"],[]]}'), "2:57", "at least one option id", "[["],
    [said('{"kind":"rank"}'), "2:34", "what a ballot says", '{"kind"'],
    [said('{"kind":"blank","options":["a"]}'), "2:34", "what a ballot says", '{"kind"'],
    [said('{"kind":"grade","grades":{"a":1,"a":5}}'), "2:66", "the member a only once", '"a"'],
    [said('{"kind":"grade","grades":{"a":-1}}'), "2:64", "a whole number", "-1"],
    [said('{"kind":"grade","grades":{"a":"1"}}'), "2:59", "a whole grade for an option", "{"],
    [said('{"kind":"per-option","choices":{"a":"yes"}}'), "2:65", "for, against, abstain", "{"],
    [said('{"kind":"choice","option":null}'), "2:60", "an object, a list", "null"],
    [bundle("", '"tie": {"kind": "lot"},'), "1:38", "lot with a seed", "{"],
    [bundle("", '"options": [{"id": "a"}, {"id": "a"}],'), "1:56", "no option has yet", "{"],
    [bundle("[".repeat(100_000)), "2:45", "at most 32 values inside one another", "["],
    [bundle('"\n"'), "2:13", "a text in quotes", '"'],
  ])("refuses %j at %s", (text, place, expected, found) => {
    const problem = problemOf("json", text);
    expect(problem).toContain(`${place} expected `);
    expect(problem).toContain(expected);
    expect(problem.split(", found ").at(-1)).toContain(found);
  });
});
