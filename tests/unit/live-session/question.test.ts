import { describe, expect, it } from "vitest";
import { apartId } from "#domain/kernel/apart.ts";
import {
  isEditable,
  isPublic,
  kindFor,
  kindsAskedIn,
  NAME_LEVELS,
  nameLevelsIn,
  QUESTION_KINDS,
  QUESTION_STATES,
  REFUSAL_REASONS,
  refusalReasonsFor,
  statutoryOpen,
  STATUTORY_OPEN_STATES,
  SUPPORTABLE_STATES,
} from "#domain/live-session/question.ts";

describe("what a question is", () => {
  it.each([
    ["statutory", true, "statutory"],
    ["statutory", false, "open"],
    ["open", false, "open"],
    ["practical", false, "practical"],
  ] as const)("%s, asked by a member: %s, is %s", (wanted, isMember, kind) => {
    expect(kindFor(wanted, { isMember })).toBe(kind);
  });

  it("counts statutory questions without an outcome", () => {
    const all = QUESTION_KINDS.flatMap((kind) => QUESTION_STATES.map((state) => ({ kind, state })));
    expect(statutoryOpen(all).map(({ state }) => state)).toEqual(
      [...STATUTORY_OPEN_STATES].sort(
        (a, b) => QUESTION_STATES.indexOf(a) - QUESTION_STATES.indexOf(b),
      ),
    );
    expect(statutoryOpen(all).every(({ kind }) => kind === "statutory")).toBe(true);
  });

  it("offers legal grounds alone for a statutory question", () => {
    expect(refusalReasonsFor("statutory")).toEqual(["legal-harm", "legal-confidentiality"]);
    expect(refusalReasonsFor("open")).toEqual(REFUSAL_REASONS);
  });

  it("takes voices only while everybody sees it", () => {
    expect(SUPPORTABLE_STATES.every(isPublic)).toBe(true);
    expect(isPublic("merged")).toBe(false);
    expect(isPublic("refused")).toBe(false);
  });

  it("is never of the statutes nor under a name in an assembly of workers", () => {
    const general = "01980000-0000-7000-8000-000000000001";
    expect(kindsAskedIn(general)).toEqual(QUESTION_KINDS);
    expect(nameLevelsIn(general)).toEqual(NAME_LEVELS);
    expect(kindsAskedIn(apartId(general))).toEqual(["open", "practical"]);
    expect(nameLevelsIn(apartId(general))).toEqual(["hidden", "unstored"]);
  });

  it("can be edited until it is read", () => {
    expect(isEditable({ state: "received", seen: false })).toBe(true);
    expect(isEditable({ state: "received", seen: true })).toBe(false);
    expect(isEditable({ state: "published", seen: false })).toBe(false);
  });
});
