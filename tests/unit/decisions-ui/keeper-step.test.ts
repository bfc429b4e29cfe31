import { describe, expect, it } from "vitest";
import type { CeremonyView, Keeper, ShareView, UrnView } from "#wire/urns.ts";
import { keeperStep } from "#app/features/decisions/urns/keeper-step.ts";
import type { KeptKeys } from "#app/features/decisions/urns/keeper-store.ts";

const keeper = (personId: string): Keeper => ({
  personId,
  name: personId,
  self: personId === "me",
  boxKey: `box of ${personId}`,
  signingKey: `key of ${personId}`,
});
const share = (personId: string, more: Partial<ShareView> = {}): ShareView => ({
  personId,
  fingerprint: `print of ${personId}`,
  confirmed: false,
  given: false,
  ...more,
});
const urn = (more: Partial<UrnView> = {}): UrnView => ({
  decisionId: "d",
  position: 1,
  title: {},
  phase: "draft",
  seal: "scrutineers",
  stage: "keyed",
  threshold: 2,
  shares: [],
  openingAsked: false,
  ...more,
});
const view = (urns: UrnView[], keepers = ["me", "ann", "bob"]): CeremonyView => ({
  assembly: { id: "a", slug: "ag", title: {}, phase: "convened" },
  may: { keep: true, restart: false, askOpening: false },
  self: "me",
  scrutineers: 3,
  keepers: keepers.map(keeper),
  needed: 3,
  restartable: false,
  urns,
  lots: [],
});
const kept = (fingerprint?: string): KeptKeys => ({
  boxKey: "box of me",
  boxSecret: "s",
  signingKey: "key of me",
  signingSecret: "s",
  shares: fingerprint ? { d: { share: "x", fingerprint } } : {},
});
const dealt = (mine: Partial<ShareView> = {}) => [share("me", mine), share("ann"), share("bob")];
const step = (urns: UrnView[], keys?: KeptKeys, keepers?: string[]) =>
  keeperStep(view(urns, keepers), keys).step;

describe("what a scrutineer does next", () => {
  it("has nothing to do where the server holds the key", () => {
    expect(step([urn({ seal: "server", stage: "ready" })])).toBe("nothing");
  });

  it("gathers, deals, takes, prints and waits", () => {
    expect(step([urn()], undefined, [])).toBe("join");
    expect(keeperStep(view([urn()], ["me"]), kept())).toEqual({ step: "gather", missing: 2 });
    expect(step([urn()], kept())).toBe("deal");
    expect(step([urn({ shares: dealt() })], kept())).toBe("take");
    expect(step([urn({ shares: dealt() })], kept("print of me"))).toBe("confirm");
    const waiting = keeperStep(
      view([urn({ shares: dealt({ confirmed: true }) })]),
      kept("print of me"),
    );
    expect(waiting).toEqual({ step: "await-confirmations", names: ["ann", "bob"] });
    expect(step([urn({ stage: "ready", shares: dealt() })], kept("print of me"))).toBe("keep");
  });

  it("does not take a share of a ceremony that was begun again for the new one", () => {
    expect(step([urn({ shares: dealt() })], kept("print of an older share"))).toBe("take");
  });

  it("knows keys that are in another browser, and who came too late", () => {
    expect(keeperStep(view([urn()]), undefined)).toEqual({ step: "elsewhere", again: true });
    expect(keeperStep(view([urn({ shares: dealt() })]), undefined)).toEqual({
      step: "elsewhere",
      again: false,
    });
    expect(step([urn({ shares: dealt() })], undefined, ["ann"])).toBe("late");
  });

  it("gives a share to the process that opens, even from paper, and not once there are enough", () => {
    const opening = { opener: "o", openerKey: "k", done: 0 };
    const asked = { stage: "sealed", phase: "closed", openingAsked: true } as const;
    expect(step([urn({ ...asked, shares: dealt() })], kept("print of me"))).toBe("await-opening");
    expect(step([urn({ ...asked, opening, shares: dealt() })])).toBe("give");
    const enough = [share("me"), share("ann", { given: true }), share("bob", { given: true })];
    expect(step([urn({ ...asked, opening, shares: enough })])).toBe("await-opening");
  });

  it("hands nothing over for an urn that is not the one that was closed", () => {
    const opening = { opener: "o", openerKey: "k", done: 0 };
    const altered = { foundAt: "", ballots: 1, unsound: 1, head: "" };
    const urns = [
      urn({ stage: "sealed", openingAsked: true, opening, shares: dealt(), altered }),
      urn({ decisionId: "e", shares: dealt() }),
    ];
    expect(step(urns, kept("print of me"))).toBe("altered");
  });

  it("puts an opening before a ceremony that others still owe", () => {
    const opening = { opener: "o", openerKey: "k", done: 0 };
    const closed = urn({
      decisionId: "e",
      position: 2,
      stage: "sealed",
      openingAsked: true,
      opening,
      shares: dealt(),
    });
    expect(keeperStep(view([urn(), closed]), kept())).toMatchObject({ step: "give", urn: closed });
  });

  it("attests each opened urn once", () => {
    const opened = (attestedBy: string[]) =>
      urn({ stage: "opened", opened: { openedHash: "", reportHash: "", attestedBy } });
    expect(step([opened([])], kept())).toBe("attest");
    expect(step([opened(["me"])], kept())).toBe("done");
    expect(step([opened(["me"]), urn({ decisionId: "e", stage: "ready" })], kept())).toBe("keep");
  });
});
