import { z } from "zod";
import { keptText } from "./text.ts";

const id = z.uuid();
const text = keptText.trim().min(1).max(5_000);

/** What an act of the discussion carries. */
export const LAB_TALK_COMMANDS = {
  "lab.thread-begin": z.strictObject({ labId: id, title: keptText.trim().min(1).max(160), text }),
  "lab.post-write": z.strictObject({ threadId: id, text }),
  "lab.post-edit": z.strictObject({ postId: id, text }),
  "lab.post-delete": z.strictObject({ postId: id }),
} as const;

export type LabTalkCommands = {
  [K in keyof typeof LAB_TALK_COMMANDS]: z.infer<(typeof LAB_TALK_COMMANDS)[K]>;
};

export type LabTalkResults = { "lab.thread-begin": { threadId: string } };

/** Instants in ms. */
export type ThreadCard = {
  id: string;
  title: string;
  by?: string;
  lastAt: number;
  posts: number;
  /** Others said something that the reader has not read. */
  unread?: true;
};

/** What the room of a group's talk tells (`talkRoom`): how often each conversation moved. */
export type TalkRoomView = { revision: number; threads: Record<string, number> };

export type LabPost = {
  id: string;
  by?: string;
  mine: boolean;
  /** Empty where its author took it back. */
  text: string;
  at: number;
  edited?: true;
  deleted?: true;
  /** Whether the reader is called in it. */
  callsMe?: true;
};

export type ThreadPage = {
  thread: { id: string; title: string };
  posts: LabPost[];
  page: number;
  pages: number;
  revision: number;
  /** How far the reader had read before this page was opened. */
  readUntil: number;
};

export type ThreadListPage = {
  threads: ThreadCard[];
  page: number;
  more: boolean;
  /** Of all conversations together. */
  revision: number;
};
