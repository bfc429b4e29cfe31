import { useEffect, useState } from "react";
import type { PosterView } from "#wire/check-in.ts";

/** Asked again a moment after the digits change, and this often where there are none (ms). */
const AFTER_CHANGE = 400;
const WHILE_CLOSED = 20_000;
const AWAY = 5_000;

/**
 * What a screen shows of a site: its address, its QR code and the digits of this minute. It asks by
 * itself and keeps what it had while the network is away; old digits are not shown.
 */
export function usePoster(
  slug: string,
  site: string | undefined,
  first?: PosterView,
): PosterView | undefined {
  const [poster, setPoster] = useState(first);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const ask = async (): Promise<void> => {
      let pause = AWAY;
      try {
        const response = await fetch(
          `/live-session/${slug}/poster.json${site ? `?site=${site}` : ""}`,
        );
        if (response.ok) {
          const answer = (await response.json()) as { now: number; poster?: PosterView };
          if (gone) return;
          setPoster(answer.poster);
          const room = answer.poster?.room;
          pause = room ? Math.max(0, room.until - answer.now) + AFTER_CHANGE : WHILE_CLOSED;
        }
      } catch {
        // The network is away: what is on the screen stays until the digits are old.
      }
      if (!gone) timer = setTimeout(() => void ask(), pause);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [slug, site]);
  return poster;
}
