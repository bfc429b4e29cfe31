import { describe, expect, it } from "vitest";
import {
  MANDATE_STATES,
  mandateStanding,
  mayHoldAnother,
  nextMandateState,
} from "#domain/mandates/mandate.ts";

describe("the life of a mandate", () => {
  it.each([
    ["accept", ["accepted", undefined, undefined, undefined]],
    ["decline", ["declined", undefined, undefined, undefined]],
    ["revoke", ["revoked", "revoked", undefined, undefined]],
  ] as const)("%s", (act, expected) => {
    expect(MANDATE_STATES.map((state) => nextMandateState(state, act))).toEqual(expected);
  });

  it.each([
    [false, true, "active"],
    [true, true, "giver-here"],
    [true, false, "giver-here"],
    [false, false, "holder-away"],
  ] as const)("giver here %s, holder here %s: %s", (giverPresent, holderPresent, standing) => {
    const presence = { giverPresent, holderPresent };
    expect(mandateStanding({ state: "accepted", ...presence })).toBe(standing);
    expect(mandateStanding({ state: "given", ...presence })).toBe("offered");
    expect(mandateStanding({ state: "revoked", ...presence })).toBe("ended");
  });
});

describe("how many one person holds", () => {
  const code = (held: number, maxPerHolder: number, electors: number) => {
    const result = mayHoldAnother({ held, maxPerHolder, electors });
    return result.ok ? "ok" : result.refusal.code;
  };

  it("is the statutes' number", () => {
    expect(code(0, 1, 41_702)).toBe("ok");
    expect(code(1, 1, 41_702)).toBe("delegate-full");
  });

  it("is a tenth of all votes at most, the holder's own included", () => {
    // V11: of 200 votes a tenth is 20.
    expect(code(18, 99, 200)).toBe("ok");
    expect(code(19, 99, 200)).toBe("over-one-tenth");
    expect(code(0, 99, 15)).toBe("over-one-tenth");
  });

  it("is not measured by a tenth of fewer than ten votes", () => {
    expect(code(0, 1, 9)).toBe("ok");
  });
});
