import { LAB_DECISION_COMMANDS } from "#wire/lab-decisions.ts";
import { LAB_TALK_COMMANDS } from "#wire/lab-talk.ts";
import { LAB_WORK_COMMANDS } from "#wire/lab-work.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { agreeToCharter, writeCharter } from "../charter/charter.ts";
import { answerDates, askDates, chooseDate, dropDates } from "../dates/dates.ts";
import {
  adoptDecision,
  amendDecision,
  callForConsent,
  castNamedBallot,
  countDecision,
  proposeDecision,
  withdrawDecision,
} from "../decisions/decide.ts";
import { askOfDecision, explainDecision, takeStance } from "../decisions/deliberate.ts";
import { beginThread, deletePost, editPost, writePost } from "../discussion/talk.ts";
import { removeDocument, showDocument } from "../documents/documents.ts";
import { addTask, changeTask, finishTask, removeTask } from "../tasks/tasks.ts";

const SCHEMAS = { ...LAB_WORK_COMMANDS, ...LAB_TALK_COMMANDS, ...LAB_DECISION_COMMANDS };

/** Everything that the people of a lab do inside, but for minutes. */
export function workCommands(platform: Platform) {
  const command = commandsOn(platform);
  return {
    "lab.charter-write": command(SCHEMAS["lab.charter-write"], writeCharter),
    "lab.charter-agree": command(SCHEMAS["lab.charter-agree"], agreeToCharter),
    "lab.task-add": command(SCHEMAS["lab.task-add"], addTask),
    "lab.task-change": command(SCHEMAS["lab.task-change"], changeTask),
    "lab.task-done": command(SCHEMAS["lab.task-done"], finishTask),
    "lab.task-remove": command(SCHEMAS["lab.task-remove"], removeTask),
    "lab.dates-ask": command(SCHEMAS["lab.dates-ask"], askDates),
    "lab.dates-answer": command(SCHEMAS["lab.dates-answer"], answerDates),
    "lab.dates-choose": command(SCHEMAS["lab.dates-choose"], chooseDate),
    "lab.dates-drop": command(SCHEMAS["lab.dates-drop"], dropDates),
    "lab.document-show": command(SCHEMAS["lab.document-show"], showDocument),
    "lab.document-remove": command(SCHEMAS["lab.document-remove"], removeDocument),
    "lab.thread-begin": command(SCHEMAS["lab.thread-begin"], beginThread),
    "lab.post-write": command(SCHEMAS["lab.post-write"], writePost),
    "lab.post-edit": command(SCHEMAS["lab.post-edit"], editPost),
    "lab.post-delete": command(SCHEMAS["lab.post-delete"], deletePost),
    "lab.decision-propose": command(SCHEMAS["lab.decision-propose"], proposeDecision),
    "lab.decision-question": command(SCHEMAS["lab.decision-question"], askOfDecision),
    "lab.decision-explain": command(SCHEMAS["lab.decision-explain"], explainDecision),
    "lab.decision-call": command(SCHEMAS["lab.decision-call"], callForConsent),
    "lab.decision-stance": command(SCHEMAS["lab.decision-stance"], takeStance),
    "lab.decision-amend": command(SCHEMAS["lab.decision-amend"], amendDecision),
    "lab.decision-adopt": command(SCHEMAS["lab.decision-adopt"], adoptDecision),
    "lab.decision-withdraw": command(SCHEMAS["lab.decision-withdraw"], withdrawDecision),
    "lab.decision-vote": command(SCHEMAS["lab.decision-vote"], castNamedBallot),
    "lab.decision-count": command(SCHEMAS["lab.decision-count"], countDecision),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
