import type { z } from "zod";
import type { CHECK_IN_COMMANDS, CheckInResults } from "./check-in.ts";
import type { CONVOCATION_COMMANDS } from "./convocation.ts";
import type { CODEV_COMMANDS, CodevResults } from "./codev.ts";
import type { CODEV_SESSION_COMMANDS } from "./codev-session.ts";
import type { DECISION_COMMANDS, CastResult } from "./decisions.ts";
import type { FLOOR_COMMANDS } from "./floor.ts";
import type { POLL_COMMANDS, PollResults } from "./polls.ts";
import type { LAB_DECISION_COMMANDS, LabDecisionResults } from "./lab-decisions.ts";
import type { LAB_MINUTES_COMMANDS, LabMinutesResults } from "./lab-minutes.ts";
import type { LAB_TALK_COMMANDS, LabTalkResults } from "./lab-talk.ts";
import type { LAB_WORK_COMMANDS } from "./lab-work.ts";
import type { LIVE_SESSION_COMMANDS, LiveSessionResults } from "./live-session.ts";
import type { LEDGER_COMMANDS, LedgerResults } from "./ledger.ts";
import type { MANDATE_COMMANDS } from "./mandates.ts";
import type { MINUTES_COMMANDS } from "./minutes.ts";
import type { PROPOSAL_COMMANDS, ProposalResults } from "./proposals.ts";
import type { PROGRAMME_COMMANDS, ProgrammeResults } from "./programme.ts";
import type { SMARTLAB_COMMANDS, SmartlabResults } from "./smartlab.ts";
import type { QUESTIONS_COMMANDS, QuestionsResults } from "./questions.ts";
import type { URN_ACTS } from "./secret-ballots.ts";
import type { STAGE_COMMANDS, StageResults } from "./stage.ts";
import type { PAPER_ACTS, UrnResults } from "./urns.ts";
import type { WORKERS_BOOK_COMMANDS } from "./workers-book.ts";
import type { WORKERS_DAY_COMMANDS } from "./workers-day.ts";
import type { ORGANISE_COMMANDS, OrganiseResults } from "./workers-organise.ts";
import type { RANKING_COMMANDS } from "./workers-ranking.ts";

type Schemas = typeof LIVE_SESSION_COMMANDS &
  typeof QUESTIONS_COMMANDS &
  typeof DECISION_COMMANDS &
  typeof STAGE_COMMANDS &
  typeof FLOOR_COMMANDS &
  typeof POLL_COMMANDS &
  typeof LEDGER_COMMANDS &
  typeof MANDATE_COMMANDS &
  typeof MINUTES_COMMANDS &
  typeof PROGRAMME_COMMANDS &
  typeof PROPOSAL_COMMANDS &
  typeof SMARTLAB_COMMANDS &
  typeof LAB_WORK_COMMANDS &
  typeof LAB_TALK_COMMANDS &
  typeof LAB_DECISION_COMMANDS &
  typeof LAB_MINUTES_COMMANDS &
  typeof CODEV_COMMANDS &
  typeof CODEV_SESSION_COMMANDS &
  typeof URN_ACTS &
  typeof PAPER_ACTS &
  typeof CHECK_IN_COMMANDS &
  typeof CONVOCATION_COMMANDS &
  typeof ORGANISE_COMMANDS &
  typeof WORKERS_BOOK_COMMANDS &
  typeof WORKERS_DAY_COMMANDS &
  typeof RANKING_COMMANDS;

type Answers = LiveSessionResults &
  PollResults &
  CheckInResults &
  QuestionsResults &
  ProgrammeResults &
  ProposalResults &
  SmartlabResults &
  LedgerResults &
  LabTalkResults &
  LabDecisionResults &
  LabMinutesResults &
  CodevResults &
  OrganiseResults &
  StageResults &
  UrnResults & { "decision.cast": CastResult };

/** Every live command with what it carries and what it answers. */
export type CommandMap = {
  [K in keyof Schemas]: {
    payload: z.infer<Schemas[K]>;
    result: K extends keyof Answers ? Answers[K] : Record<string, never>;
  };
};
export type CommandType = keyof CommandMap;
