import { describe, expect, it } from "vitest";
import type { SessionPlace } from "#app/features/live-session/session-place.ts";
import { firstPlaces } from "#app/features/live-session/first-places.ts";
import { primary } from "#app/features/live-session/primary.ts";
import type { SessionView } from "#wire/live-session.ts";
import { QUIET_QUESTIONING } from "../../support/quiet-questioning.ts";

describe("what a member's page is about", () => {
  type Parts = { vote?: object; burst?: boolean; poll?: string; phase?: string };
  const about = ({ vote, burst, poll, phase = "live" }: Parts) =>
    primary({
      assembly: { phase },
      decisions: vote ? { d: { id: "d", position: 1, phase: "open", ...vote } } : {},
      questioning: {
        ...QUIET_QUESTIONING,
        ...(burst ? { burst: { announcedAt: 1, earliestEnd: 2, endsAt: 3, voices: 0 } } : {}),
      },
      polls: poll ? { p: { id: "p", state: poll } } : {},
    } as unknown as SessionView);

  it("is the vote, then the burst, then the poll, then the item", () => {
    const all = { vote: {}, burst: true, poll: "open" };
    expect(about(all)).toBe("vote");
    expect(about({ ...all, vote: { suspendedAt: 1 } })).toBe("burst");
    expect(about({ poll: "open" })).toBe("poll");
    expect(about({ poll: "closed" })).toBe("item");
    expect(about({ phase: "convened" })).toBe("nothing");
  });
});

describe("the views at hand", () => {
  const all: SessionPlace[] = ["member", "chair", "results", "moderation", "gather", "secretary"];

  it("are all of them where they are few", () => {
    expect(firstPlaces(all.slice(0, 5), "chair")).toEqual([all.slice(0, 5), []]);
  });

  it("are four and the way to the rest, with the one that is open", () => {
    expect(firstPlaces(all, "member")).toEqual([
      ["member", "chair", "moderation", "secretary"],
      ["results", "gather"],
    ]);
    const [first] = firstPlaces(all, "gather");
    expect(first).toEqual(["chair", "moderation", "gather", "secretary"]);
  });
});
