import { useFreshPage } from "#app/features/live-session/use-fresh-page.ts";
import type { DebatePage, DebateRoomView } from "#wire/workers-day-pages.ts";

const NOTHING_YET = { view: { revision: 0 } as DebateRoomView };

/** Reads the page of a debate again when something happened in it. */
export function useFreshDebate({ id, revision }: DebatePage["debate"]): void {
  useFreshPage<DebateRoomView>(
    `debate/${id}/room`,
    NOTHING_YET,
    (room) => room.revision > revision,
  );
}
