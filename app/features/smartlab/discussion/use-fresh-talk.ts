import { talkRoom } from "#domain/smartlab/discussion/talk-room.ts";
import { useFreshPage } from "#app/features/live-session/use-fresh-page.ts";
import type { TalkRoomView } from "#wire/lab-talk.ts";

const NOTHING_YET = { view: { revision: 0, threads: {} } as TalkRoomView };

/** Reads the page again when the group said something that it does not show. */
export function useFreshTalk(labId: string, isBehind: (room: TalkRoomView) => boolean): void {
  useFreshPage(talkRoom(labId), NOTHING_YET, isBehind);
}
