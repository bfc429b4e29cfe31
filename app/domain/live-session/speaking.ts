/** From where somebody speaks: a room of the day, whatever its city, or by a stream. */
export const SPEAKING_CHANNELS = ["room", "remote"] as const;
export type SpeakingChannel = (typeof SPEAKING_CHANNELS)[number];

/** A point of order is about how the meeting is held, and goes before what it is held about. */
export const HAND_KINDS = ["contribution", "order"] as const;
export type HandKind = (typeof HAND_KINDS)[number];

/** Seconds that a speaker is given: what the chair chooses from, and at most. */
export const SPEAKING_TIMES = [60, 90, 120, 180, 300] as const;
export const MOST_SPEAKING_TIME = 900;

export type Hand = {
  id: string;
  kind: HandKind;
  channel: SpeakingChannel;
  /** Whether this person had the floor before in this session. */
  hasSpoken: boolean;
  /** ms since epoch. */
  raisedAt: number;
};

/** Why a hand is where it is: said to the chair and to whoever waits. */
export type TurnReason = "order" | "alternates" | "first-time" | "longest-waiting";
export type Turn<H extends Hand = Hand> = { hand: H; why: TurnReason };

/**
 * The order in which raised hands get the floor (rules §4.9). Points of order come first, in the
 * order of their raising. Then the channels alternate, beginning with the one that did not speak
 * last (`last`), or at the very start with the one whose hand waits longest; where only one channel
 * waits it goes on. Within a channel people who have not spoken yet go before those who have, and
 * among equals the hand that was raised first. Hands raised in the same millisecond are ordered by
 * id, so that every process gives the same order. The input is left as it is.
 */
export function speakingOrder<H extends Hand>(
  hands: readonly H[],
  last: SpeakingChannel | undefined,
): Turn<H>[] {
  const waiting = [...hands].sort(byRaising);
  const order = waiting.filter(({ kind }) => kind === "order");
  const turns: Turn<H>[] = order.map((hand) => ({ hand, why: "order" }));
  const lines = {
    room: inLine(waiting, "room"),
    remote: inLine(waiting, "remote"),
  };
  let before = last;
  while (lines.room.length + lines.remote.length > 0) {
    const channel = nextChannel(lines, before);
    const line = lines[channel];
    const [hand] = line;
    if (!hand) break;
    const other = lines[channel === "room" ? "remote" : "room"];
    turns.push({ hand, why: reasonOf(hand, { line, other, before }) });
    line.shift();
    before = channel;
  }
  return turns;
}

type Lines<H> = Record<SpeakingChannel, H[]>;

function byRaising(a: Hand, b: Hand): number {
  return a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1);
}

function inLine<H extends Hand>(waiting: readonly H[], channel: SpeakingChannel): H[] {
  const line = waiting.filter((hand) => hand.kind !== "order" && hand.channel === channel);
  return [...line.filter((hand) => !hand.hasSpoken), ...line.filter((hand) => hand.hasSpoken)];
}

function nextChannel<H extends Hand>(
  { room, remote }: Lines<H>,
  before: SpeakingChannel | undefined,
): SpeakingChannel {
  if (room.length === 0) return "remote";
  if (remote.length === 0) return "room";
  if (before) return before === "room" ? "remote" : "room";
  const longest = (line: readonly H[]) => Math.min(...line.map((hand) => hand.raisedAt));
  return longest(remote) < longest(room) ? "remote" : "room";
}

function reasonOf<H extends Hand>(
  hand: H,
  {
    line,
    other,
    before,
  }: { line: readonly H[]; other: readonly H[]; before?: SpeakingChannel | undefined },
): TurnReason {
  const waitedLess = (one: H) => byRaising(one, hand) < 0;
  // What moved this hand ahead of somebody who raised theirs earlier, the nearer cause first.
  if (!hand.hasSpoken && line.some((one) => one.hasSpoken && waitedLess(one))) return "first-time";
  if (before && before !== hand.channel && other.some(waitedLess)) return "alternates";
  return "longest-waiting";
}

/** One turn at the microphone that is over, or going on until `endedAt`. */
export type SpokenTurn = {
  channel: SpeakingChannel;
  kind: HandKind;
  language: string;
  firstTime: boolean;
  /** ms since epoch. */
  startedAt: number;
  endedAt: number;
};

export type SpeakingShare = { turns: number; seconds: number };

/** How the floor was shared: groups, never persons (rules §4.9). Points of order are left out. */
export type SpeakingRatio = {
  room: SpeakingShare;
  remote: SpeakingShare;
  firstTime: SpeakingShare;
  languages: Record<string, SpeakingShare>;
};

/** Turns and whole seconds by group. */
export function speakingRatio(turns: readonly SpokenTurn[]): SpeakingRatio {
  const contributions = turns.filter(({ kind }) => kind === "contribution");
  const share = (those: readonly SpokenTurn[]): SpeakingShare => ({
    turns: those.length,
    seconds: Math.round(
      those.reduce((sum, { startedAt, endedAt }) => sum + (endedAt - startedAt), 0) / 1_000,
    ),
  });
  const languages = [...new Set(contributions.map(({ language }) => language))].sort();
  return {
    room: share(contributions.filter(({ channel }) => channel === "room")),
    remote: share(contributions.filter(({ channel }) => channel === "remote")),
    firstTime: share(contributions.filter(({ firstTime }) => firstTime)),
    languages: Object.fromEntries(
      languages.map((language) => [
        language,
        share(contributions.filter((turn) => turn.language === language)),
      ]),
    ),
  };
}
