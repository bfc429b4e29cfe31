import { describe, expect, it } from "vitest";
import { blocksOf } from "#app/features/assembly/blocks.ts";

describe("a document's text in blocks", () => {
  it.each([
    ["nothing", "", []],
    ["a paragraph over two lines", "one\ntwo", [{ kind: "paragraph", text: "one two" }]],
    [
      "a heading with its paragraph",
      "## Head\ntext",
      [
        { kind: "heading", text: "Head" },
        { kind: "paragraph", text: "text" },
      ],
    ],
    [
      "a list between paragraphs",
      "before\n\n- one\n- two\n\nafter",
      [
        { kind: "paragraph", text: "before" },
        { kind: "list", items: ["one", "two"] },
        { kind: "paragraph", text: "after" },
      ],
    ],
    [
      "a list right after its sentence",
      "before:\n- one",
      [
        { kind: "paragraph", text: "before:" },
        { kind: "list", items: ["one"] },
      ],
    ],
  ])("reads %s", (_, body, blocks) => {
    expect(blocksOf(body)).toEqual(blocks);
  });
});
