import type { z } from "zod";
import type { DECISION_COMMANDS, CastResult } from "./decisions.ts";
import type { LIVE_SESSION_COMMANDS, LiveSessionResults } from "./live-session.ts";

type Payloads<M extends Record<string, z.ZodType>> = { [K in keyof M]: z.infer<M[K]> };

type Answers = LiveSessionResults & { "decision.cast": CastResult };

/** Every live command with what it carries and what it answers. */
export type CommandMap = {
  [K in keyof (Payloads<typeof LIVE_SESSION_COMMANDS> & Payloads<typeof DECISION_COMMANDS>)]: {
    payload: (Payloads<typeof LIVE_SESSION_COMMANDS> & Payloads<typeof DECISION_COMMANDS>)[K];
    result: K extends keyof Answers ? Answers[K] : Record<string, never>;
  };
};
export type CommandType = keyof CommandMap;
