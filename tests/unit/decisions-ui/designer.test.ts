import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it, vi } from "vitest";
import { ok } from "#domain/kernel/result.ts";
import { METHODS, type MethodName } from "#domain/decisions/registry.ts";
import { answerEdit } from "#app/features/decisions/designer/designer.server.ts";
import { methodPart, READ_STEP } from "#app/features/decisions/designer/read-part.server.ts";
import {
  settingFields,
  settingText,
  tieRulesFor,
} from "#app/features/decisions/designer/setting-fields.ts";
import { stepAfter, stepNamed } from "#app/features/decisions/designer/steps.ts";
import { DESIGNER_ACTS } from "#wire/decision-designer.ts";

const names = Object.keys(METHODS) as MethodName[];
const draft = { method: "borda", settings: {}, tieRule: "lot", electorate: {} } as const;

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("settings", () => {
  it.each(names.filter((name) => name !== "resolution"))(
    "%s takes what its fields say at first",
    (method) => {
      const fields = settingFields(method);
      const posted = form(fields.map((field) => [field.name, settingText({}, field)]));
      const { settings } = READ_STEP.rules(posted, { ...draft, method }, "fr");
      expect(METHODS[method].settings.parse(settings as Record<string, unknown>)).toMatchObject({
        ok: true,
        value: METHODS[method].settings.defaults,
      });
    },
  );

  it("keeps what no field shows, and hands on what is no number", () => {
    const before = { parts: 500, seats: 2 };
    const posted = form([["seats", "three"]]);
    const known = { ...draft, method: "equal-shares", settings: before } as const;
    const { settings } = READ_STEP.rules(posted, known, "fr");
    expect(settings).toEqual({ parts: 500, seats: "three" });
  });

  it("reads terms however they are separated", () => {
    const posted = form([
      ["seats", "1"],
      ["terms", "6; 6,3"],
    ]);
    const { settings } = READ_STEP.rules(posted, { ...draft, method: "per-candidate" }, "fr");
    expect(settings).toEqual({ seats: 1, terms: [6, 6, 3] });
  });
});

describe("a method", () => {
  it.each(names)("%s comes with a rule for ties of its own", (method) => {
    const { tieRule } = methodPart(method, "lot");
    expect(tieRulesFor(method)).toContain(tieRule);
  });

  it("is only sent where it changes", () => {
    const read = (method: string) => READ_STEP.method(form([["method", method]]), draft, "fr");
    expect(read("borda")).toEqual({});
    expect(read("nonsense")).toEqual({});
    expect(read("resolution")).toMatchObject({ method: "resolution", tieRule: "not_adopted" });
  });
});

describe("options", () => {
  it("keeps ids, drops empty rows and those removed, adds pasted lines", () => {
    const posted = form([
      ["row", "0"],
      ["id.0", "o1"],
      ["label.0.fr", "Pommes"],
      ["label.0.nl", "Appels"],
      ["row", "1"],
      ["id.1", "o2"],
      ["label.1.fr", "Poires"],
      ["remove.1", "on"],
      ["row", "2"],
      ["label.2.fr", " "],
      ["pasted", "Prunes\r\n\r\nFigues "],
    ]);
    expect(READ_STEP.options(posted, draft, "fr")).toEqual({
      options: [
        { id: "o1", label: { fr: "Pommes", nl: "Appels" } },
        { label: { fr: "Prunes" } },
        { label: { fr: "Figues" } },
      ],
    });
  });
});

describe("more options than can be ranked", () => {
  const answer = async (lines: number) => {
    const body = new URLSearchParams({
      pasted: Array.from({ length: lines }, (_, at) => `Projet ${at + 1}`).join("\n"),
    });
    const found = ok({
      decisionId: randomUUID(),
      draft: { ...draft, method: "schulze", options: [] },
    });
    const update = vi.fn(() => Promise.resolve(ok(null)));
    const designer = { draft: () => Promise.resolve(found), update };
    const url = "http://localhost/decisions/1/edit?step=options";
    const answered: unknown = await answerEdit({
      request: new Request(url, { method: "POST", body }),
      params: {},
      context: { language: "fr", api: { decisions: { designer } } },
    } as unknown as ActionFunctionArgs);
    return { answered, update };
  };

  it("are refused before anything is kept, and stay in the form", async () => {
    const { answered, update } = await answer(1_001);
    expect(update).not.toHaveBeenCalled();
    expect(answered).toMatchObject({
      init: { status: 422 },
      data: { refusal: { code: "too-large" }, typed: { options: { length: 1_001 } } },
    });
  });

  it("are one more than a thousand", async () => {
    expect((await answer(1_000)).update).toHaveBeenCalledOnce();
  });
});

describe("the order of options", () => {
  const posted = (intent: string) =>
    form([
      ["intent", intent],
      ...["Ana", "Bob", "Cléo"].flatMap((name, row): [string, string][] => [
        ["row", String(row)],
        [`id.${row}`, `o${row + 1}`],
        [`label.${row}.fr`, name],
      ]),
      ["row", "3"],
    ]);
  const idsAfter = (intent: string) => {
    const { options } = READ_STEP.options(posted(intent), draft, "fr");
    return (options as { id: string }[]).map(({ id }) => id);
  };

  it("moves the one whose button was pressed, and stays at the ends", () => {
    expect(idsAfter("up.1")).toEqual(["o2", "o1", "o3"]);
    expect(idsAfter("down.1")).toEqual(["o1", "o3", "o2"]);
    expect(idsAfter("up.0")).toEqual(["o1", "o2", "o3"]);
    expect(idsAfter("down.2")).toEqual(["o1", "o2", "o3"]);
    expect(idsAfter("up.nonsense")).toEqual(["o1", "o2", "o3"]);
  });

  it("is that of the form", () => {
    const moved = form([
      ["row", "1"],
      ["id.1", "o2"],
      ["label.1.fr", "Bob"],
      ["row", "0"],
      ["id.0", "o1"],
      ["label.0.fr", "Ana"],
    ]);
    const { options } = READ_STEP.options(moved, draft, "fr");
    expect(options).toMatchObject([{ id: "o2" }, { id: "o1" }]);
  });
});

describe("an electorate", () => {
  it("restricts by what is ticked, and keeps its list", () => {
    const list = ["11111111-1111-4111-8111-111111111111"];
    const posted = form([
      ["categories", "A"],
      ["categories", "B"],
      ["attendance", "on"],
    ]);
    const known = { ...draft, electorate: { list } };
    const part = READ_STEP.electorate(posted, known, "fr");
    expect(part).toEqual({ electorate: { list, categories: ["A", "B"], attendance: true } });
    const decisionId = list[0];
    expect(DESIGNER_ACTS["draft.update"].safeParse({ decisionId, ...part }).success).toBe(true);
  });
});

describe("steps", () => {
  it("has no options of its own where the method brings them", () => {
    expect(stepAfter("rules", "resolution")).toBe("electorate");
    expect(stepAfter("rules", "stv")).toBe("options");
    expect(stepNamed("options", "resolution")).toBe("texts");
    expect(stepAfter("check", "stv")).toBe("check");
  });
});
