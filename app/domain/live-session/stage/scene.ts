/**
 * What a chair may tell the room's screen to show. `auto` follows what happens by itself; `poster`
 * is the way in (address and code); `blank` shows nothing but the assembly's name.
 */
export const SCENES = [
  "auto",
  "agenda",
  "question",
  "vote",
  "result",
  "message",
  "blank",
  "poster",
] as const;
export type StageScene = (typeof SCENES)[number];

/** Longest message on the screen (characters): what fits in eight lines. */
export const MESSAGE_MAX = 240;

/** To whom a word of the bureau goes: members' phones, the room's screen, the bureau itself. */
export const NOTICE_AUDIENCES = ["members", "room", "bureau"] as const;
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number];
