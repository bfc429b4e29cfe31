import {
  DEFAULT_PROFILE,
  type Leaf,
  type StatuteProfile,
} from "../../app/domain/decisions/statute-profile.ts";

/** Nobody checked it: the demo says so in the name of whoever "verified" it. */
function verified<T>(leaf: Leaf<T>): Leaf<T> {
  return { ...leaf, status: "verified", verifiedBy: "demo (invented)", verifiedOn: "2024-01-15" };
}

/**
 * The demo's statutes: what an ordinary vote hangs on counts as verified, so that most votes open
 * at once; changes of the statutes and of the object still ask for a written reason.
 */
export const DEMO_PROFILE: StatuteProfile = {
  ...DEFAULT_PROFILE,
  channels: {
    ...DEFAULT_PROFILE.channels,
    live_remote: verified(DEFAULT_PROFILE.channels.live_remote),
    in_room: verified(DEFAULT_PROFILE.channels.in_room),
  },
  oneTenthCap: verified(DEFAULT_PROFILE.oneTenthCap),
  majorities: {
    ...DEFAULT_PROFILE.majorities,
    ordinary: verified(DEFAULT_PROFILE.majorities.ordinary),
  },
  quorums: { ...DEFAULT_PROFILE.quorums, ordinary: verified(DEFAULT_PROFILE.quorums.ordinary) },
};
