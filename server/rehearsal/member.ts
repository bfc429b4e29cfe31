import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { MemberPlan } from "#domain/live-session/rehearsal.ts";
import type { SessionView } from "#wire/live-session.ts";
import { sessionRoom, type Delta } from "#wire/protocol.ts";
import { LiveLine, type Caller } from "./live-line.ts";
import type { Measures } from "./measures.ts";
import type { Stage } from "./stage.ts";

/** What was acknowledged to this member, to be looked for in the database afterwards. */
export type Acknowledged = {
  arrived: boolean;
  questions: string[];
  /** By question. */
  supports: Map<string, boolean>;
  /** By decision: the last vote that was acknowledged. */
  votes: Map<string, { optionId: string; revision: number }>;
};

/** Refusals that a person meets who is late or eager: no fault of the server's. */
const EXPECTED = [
  "vote-closed",
  "too-many-questions",
  "questions-closed",
  "wrong-phase",
  "wrong-state",
];

/** One invented member, who does what their plan says and remembers what was acknowledged. */
export class SyntheticMember {
  readonly acknowledged: Acknowledged = {
    arrived: false,
    questions: [],
    supports: new Map(),
    votes: new Map(),
  };
  readonly line: LiveLine;
  private readonly room: string;
  private readonly voting = new Map<string, Promise<void>>();
  private home = false;

  constructor(
    url: string,
    readonly caller: Caller,
    private readonly plan: MemberPlan,
    private readonly stage: Stage,
    private readonly measures: Measures,
    private readonly below: (n: number) => number,
  ) {
    this.room = sessionRoom(stage.assemblyId, "member");
    const rooms = [this.room, sessionRoom(stage.assemblyId, "mine")];
    const listener = {
      snapshot: (room: string, view: object) => {
        if (room === this.room) this.see((view as SessionView).decisions, false);
      },
      delta: (delta: Delta) => {
        if (delta.room === this.room) this.see(delta.changes["decisions"], true);
      },
    };
    this.line = new LiveLine(url, caller, rooms, listener, measures, () => below(1_000) / 1_000);
  }

  /** Until they have done everything; `started` is when the rehearsal began. */
  async live(started: number): Promise<void> {
    const { plan } = this;
    const at = (ms: number) => pause(Math.max(0, started + ms - performance.now()));
    await at(plan.arrivesAt);
    const entering = performance.now();
    await this.line.connect();
    this.measures.time("enter", performance.now() - entering);
    const arrived = await this.act("session.arrive", { assemblyId: this.stage.assemblyId });
    if (arrived) this.acknowledged.arrived = true;

    const losses = plan.losses.map((loss) => at(loss.at).then(() => this.loseNetwork(loss.for)));
    const supports = plan.supportsAt.map((time) => at(time).then(() => this.support()));
    const asking = plan.asksAt === undefined ? undefined : at(plan.asksAt).then(() => this.ask());
    const leaving =
      plan.leavesAt === undefined ? undefined : at(plan.leavesAt).then(() => this.leave());
    await Promise.all([...losses, ...supports, asking, leaving, this.stage.over]);
    await Promise.all(this.voting.values());
  }

  /** The network fails; whatever was on its way is sent again when it is back. */
  async loseNetwork(ms: number): Promise<void> {
    if (!this.home) await this.line.loseNetwork(ms);
  }

  private leave(): void {
    this.home = true;
    this.line.close();
  }

  private async ask(): Promise<void> {
    const id = randomUUID();
    const answer = await this.act(
      "question.write",
      {
        assemblyId: this.stage.assemblyId,
        kind: "open",
        language: this.below(3) > 0 ? "fr" : "nl",
        text: `Question de répétition ${id.slice(0, 8)} : que devient ce qui a été proposé l’an passé ?`,
        nameHidden: this.below(2) > 0,
      },
      id,
    );
    if (answer) this.acknowledged.questions.push(id);
  }

  private async support(): Promise<void> {
    const questions = [...this.stage.questions];
    const questionId = questions[this.below(Math.max(1, questions.length))];
    if (!questionId) return;
    const on = !this.acknowledged.supports.get(questionId);
    const answer = await this.act("question.support", { questionId, on });
    if (answer) this.acknowledged.supports.set(questionId, on);
  }

  /** Reads what came: a vote that opens, a vote that has closed. */
  private see(decisions: unknown, isNews: boolean): void {
    if (typeof decisions !== "object" || decisions === null) return;
    for (const [id, card] of Object.entries(
      decisions as Record<string, { phase?: string } | null>,
    )) {
      const vote = this.stage.votes.get(id);
      if (!vote || !card?.phase) continue;
      if (card.phase === "open" && !this.voting.has(id)) {
        const { openedAt } = vote;
        // Who comes in later, or comes back, learns it when they do.
        if (isNews && openedAt !== undefined && this.line.openSince < openedAt) {
          this.measures.time("news", performance.now() - openedAt);
        }
        this.voting.set(id, this.vote(id));
      }
    }
  }

  private async vote(decisionId: string): Promise<void> {
    const { plan, stage } = this;
    if (plan.votes === "never") return;
    await pause(plan.thinks);
    if (plan.votes === "late") await stage.votes.get(decisionId)?.closed;
    await this.cast(decisionId);
    if (!plan.changesMind || plan.votes === "late") return;
    await pause(plan.thinks / 2);
    await this.cast(decisionId);
  }

  private async cast(decisionId: string): Promise<void> {
    if (this.home) return;
    const options = ["for", "against", "abstain"];
    const optionId = options[this.below(options.length)] ?? "for";
    const electorId = this.caller.personId;
    const answer = await this.act<{ revision: number }>("decision.cast", {
      decisionId,
      electorId,
      optionId,
    });
    if (answer) this.acknowledged.votes.set(decisionId, { optionId, revision: answer.revision });
  }

  /** The result where it was acknowledged; otherwise what kept it back is noted. */
  private async act<R = unknown>(
    type: string,
    payload: unknown,
    id?: string,
  ): Promise<R | undefined> {
    if (this.home) return undefined;
    const answer = await this.line.act<R>(type, payload, id ? { id } : {});
    if (answer?.ok) return answer.result;
    if (!answer && !this.home) this.measures.breaks("unanswered", type);
    if (!answer) return undefined;
    const { code } = answer.error;
    if (EXPECTED.includes(code)) this.measures.expect(code);
    else this.measures.breaks("refused", `${type}: ${code}`);
    return undefined;
  }
}
