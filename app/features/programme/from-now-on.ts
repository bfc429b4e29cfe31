import type { SessionCard } from "#wire/programme.ts";

/** What one goes to, what else is to come, and what is over (at `now`, ms), each in the given order. */
export function fromNowOn(
  sessions: readonly SessionCard[],
  now: number,
): Record<"mine" | "ahead" | "over", SessionCard[]> {
  const isOver = ({ endsAt }: SessionCard) => endsAt <= now;
  const toCome = sessions.filter((session) => !isOver(session));
  return {
    mine: toCome.filter(({ mine, cancelled }) => mine && !cancelled),
    ahead: toCome.filter(({ mine, cancelled }) => !mine || cancelled),
    over: sessions.filter(isOver),
  };
}
