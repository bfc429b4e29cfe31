/** The live room of what one has not read: one for the house, of which each person has their own view. */
export const NEWS_ROOM = {
  prefix: "news",
  id: "00000000-0000-4000-8000-000000000000",
  audience: "mine",
} as const;

export const NEWS_ROOM_NAME = `${NEWS_ROOM.prefix}/${NEWS_ROOM.id}/${NEWS_ROOM.audience}` as const;

/** What its reader sees. */
export type NewsView = {
  /** At most 100. */
  unread: number;
};
