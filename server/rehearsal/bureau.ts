import { setTimeout as pause } from "node:timers/promises";
import type { JsonObject } from "#domain/kernel/json.ts";
import type { RehearsalLengths } from "#domain/live-session/rehearsal.ts";
import { applyPatch, diffViews } from "#wire/merge-patch.ts";
import type { SessionView } from "#wire/live-session.ts";
import { sessionRoom, type Delta, type SessionAudience } from "#wire/protocol.ts";
import { LiveLine, type Caller } from "./live-line.ts";
import type { Measures } from "./measures.ts";
import type { SyntheticMember } from "./member.ts";
import type { Stage } from "./stage.ts";

const REASON = "Répétition";
/** A count of thousands of votes takes seconds; this is a breakdown (ms). */
const COUNT_PATIENCE_MS = 60_000;
const LOOK_MS = 200;
/** Questions that a quick moderator publishes a second. */
const PUBLISH_EVERY_MS = 150;
/** Of a hundred people: those whose network fails at the same moment, in the middle of a vote. */
const STRUCK = 30;

/** Somebody with a whole view of one room, kept by its deltas as the browser keeps it. */
export class Watcher {
  readonly line: LiveLine;
  private view: JsonObject = {};

  constructor(
    url: string,
    caller: Caller,
    readonly room: string,
    private readonly measures: Measures,
  ) {
    const listener = {
      snapshot: (_room: string, view: JsonObject) => void (this.view = view),
      delta: ({ changes }: Delta) => void (this.view = applyPatch(this.view, changes)),
    };
    this.line = new LiveLine(url, caller, [room], listener, measures);
  }

  get session(): SessionView {
    return this.view as unknown as SessionView;
  }

  async act(type: string, payload: unknown): Promise<boolean> {
    const answer = await this.line.act(type, payload);
    if (!answer) this.measures.breaks("unanswered", type);
    else if (!answer.ok) this.measures.breaks("refused", `${type}: ${answer.error.code}`);
    return answer?.ok === true;
  }

  /** Whether what the deltas made is what somebody sees who comes in now. */
  differs(fresh: Watcher): boolean {
    return diffViews(this.view, fresh.view) !== undefined;
  }
}

export function watcher(
  url: string,
  caller: Caller,
  assemblyId: string,
  audience: SessionAudience,
  measures: Measures,
): Watcher {
  return new Watcher(url, caller, sessionRoom(assemblyId, audience), measures);
}

/** Publishes what comes in, and says what there is to support, until the end. */
export async function moderate(moderator: Watcher, stage: Stage): Promise<void> {
  let over = false;
  void stage.over.then(() => (over = true));
  const handled = new Set<string>();
  while (!over) {
    const questions = Object.values(moderator.session.questions ?? {});
    for (const { id, state } of questions) if (state === "published") stage.questions.add(id);
    const waiting = questions.find(({ id, state }) => state === "received" && !handled.has(id));
    if (waiting) {
      handled.add(waiting.id);
      await moderator.act("question.publish", { questionId: waiting.id });
    }
    await pause(PUBLISH_EVERY_MS);
  }
}

/** Leads the session through its script, vote by vote, and ends it. */
export async function preside(
  chair: Watcher,
  stage: Stage,
  lengths: RehearsalLengths,
  members: readonly SyntheticMember[],
  progress: (part: number) => void,
): Promise<void> {
  const parts = stage.votes.size + 1;
  await pause(lengths.arrivals + lengths.questions);
  progress(1 / parts);
  let held = 0;
  for (const [decisionId, vote] of stage.votes) {
    vote.openedAt = performance.now();
    await chair.act("decision.open", { decisionId, overrideReason: REASON });
    await pause(lengths.vote / 2);
    if (held === 0) strike(members);
    await pause(lengths.vote / 2);
    await chair.act("decision.close", { decisionId, reason: REASON });
    vote.close();
    if (await counted(chair, decisionId)) await chair.act("decision.publish", { decisionId });
    held += 1;
    progress((held + 1) / parts);
  }
  stage.end();
}

/** The wireless network of the room fails for everybody under it. */
function strike(members: readonly SyntheticMember[]): void {
  for (const [index, member] of members.entries()) {
    if (index % 100 < STRUCK) void member.loseNetwork(1_500);
  }
}

async function counted(chair: Watcher, decisionId: string): Promise<boolean> {
  for (let waited = 0; waited < COUNT_PATIENCE_MS; waited += LOOK_MS) {
    const phase = chair.session.decisions[decisionId]?.phase;
    if (phase === "counted" || phase === "published") return true;
    await pause(LOOK_MS);
  }
  return false;
}
