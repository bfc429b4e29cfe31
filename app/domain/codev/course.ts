import {
  type SkipReason,
  type Step,
  stepAfter,
  stepBefore,
  type StepMinutes,
  type Tag,
} from "./steps.ts";

/**
 * The course of a session is what its acts come to. Each act says when it was done (server's clock,
 * ms), by which of the two facilitators, and in which step; acts are read in the order of their time,
 * wherever and in whatever order they arrive. Two devices that were apart therefore agree as soon as
 * both know the same acts: the merge rule of docs/codev.md is this reading.
 */
export const ACT_KINDS = [
  "open",
  "next",
  "back",
  "skip",
  "second",
  "pause",
  "resume",
  "extend",
  "stop",
  "go-on",
  "spoke",
  "unspoke",
  "tag",
  "untag",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Who leads the process, and who keeps time beside them; they swap each session. */
export type Seat = "lead" | "second";

/** One consultation a session; late in a cycle a second one may follow (rules §2.5b). */
export type ConsultationTurn = 1 | 2;

export type CourseAct = {
  /** UUID made by the device. */
  id: string;
  kind: ActKind;
  at: number;
  by: Seat;
  /** The step that the facilitator had before their eyes. */
  step: Step;
  /** In which consultation; the first where it does not say. */
  turn?: ConsultationTurn;
  /** Of an extension: minutes more, or less. */
  minutes?: number;
  /** Of an extension: the minutes that had been added to the step before, as far as they knew. */
  seen?: number;
  /** Of a step that is skipped. */
  reason?: SkipReason;
  /** Who has spoken. */
  personId?: string;
  tag?: Tag;
};

export type CoursePhase = "planned" | "running" | "paused" | "stopped";

/** Why an act had no effect where it stands among the others. */
export type AsideReason = "step-left" | "already" | "stopped" | "longer-holds";

export type Aside = Pick<CourseAct, "id" | "kind" | "at" | "by" | "step"> & { why: AsideReason };

export type Course = {
  phase: CoursePhase;
  step: Step;
  turn: ConsultationTurn;
  /** The clock of the present step runs since then (server's clock, ms), unless it stands. */
  since?: number;
  /** Time spent in each step before `since` (ms). */
  used: Partial<Record<Step, number>>;
  /** Minutes added to each step. */
  added: Partial<Record<Step, number>>;
  skipped: Partial<Record<Step, true>>;
  /** Who has spoken in each step. */
  spoken: Partial<Record<Step, string[]>>;
  tags: Partial<Record<Tag, number>>;
  /** Acts set aside when two facilitators did the same, or did it apart. */
  aside: Aside[];
};

export const PLANNED: Course = {
  phase: "planned",
  step: "opening",
  turn: 1,
  used: {},
  added: {},
  skipped: {},
  spoken: {},
  tags: {},
  aside: [],
};

// The one table of transitions: in which phase an act has an effect. A stop is heard in every open
// phase, and only who knew of it goes on after it.
const PHASES_OF: Record<ActKind, readonly CoursePhase[]> = {
  open: ["planned"],
  next: ["running", "paused"],
  back: ["running", "paused"],
  skip: ["running", "paused"],
  second: ["running", "paused"],
  pause: ["running"],
  resume: ["paused"],
  extend: ["running", "paused", "stopped"],
  stop: ["running", "paused"],
  "go-on": ["stopped"],
  spoke: ["running", "paused", "stopped"],
  unspoke: ["running", "paused", "stopped"],
  tag: ["running", "paused", "stopped"],
  untag: ["running", "paused", "stopped"],
};

const MARKS: readonly ActKind[] = ["spoke", "unspoke", "tag", "untag"];

/** A step is never shorter nor longer than this, whatever is added (minutes). */
const TOTAL = { min: 1, max: 120 };

/** The course that these acts come to; neither their order nor repetitions matter. */
export function courseOf(acts: Iterable<CourseAct>, minutes: StepMinutes): Course {
  const once = new Map([...acts].map((act) => [act.id, act]));
  return [...once.values()]
    .sort(byTime)
    .reduce((course, act) => after(course, act, minutes), PLANNED);
}

/** Earlier first; at the same instant the lead's, then by id, so that all devices read alike. */
function byTime(a: CourseAct, b: CourseAct): number {
  return a.at - b.at || seatOrder(a.by) - seatOrder(b.by) || (a.id < b.id ? -1 : 1);
}

function seatOrder(seat: Seat): number {
  return seat === "lead" ? 0 : 1;
}

/** Whether this act can have an effect now: what a page offers, and a server takes. */
export function canAct(course: Course, kind: ActKind): boolean {
  if (!PHASES_OF[kind].includes(course.phase)) return false;
  if (kind === "second") return course.turn === 1 && course.step === "synthesis";
  if (kind === "next" || kind === "skip") return stepAfter(course.step) !== undefined;
  return kind !== "back" || backFrom(course) !== undefined;
}

/** Nobody goes back from the second exposé into the first consultation. */
function backFrom({ step, turn }: Course): Step | undefined {
  return turn === 2 && step === "expose" ? undefined : stepBefore(step);
}

function after(course: Course, act: CourseAct, minutes: StepMinutes): Course {
  const marked = mark(course, act);
  if (marked) return marked;
  if (!PHASES_OF[act.kind].includes(course.phase)) {
    return setAside(course, act, course.phase === "stopped" ? "stopped" : "already");
  }
  switch (act.kind) {
    case "open":
      return { ...course, phase: "running", since: act.at };
    case "pause":
      return { ...stand(course, act.at), phase: "paused" };
    case "stop":
      return { ...stand(course, act.at), phase: "stopped" };
    case "resume":
    case "go-on":
      return { ...course, phase: "running", since: act.at };
    case "extend":
      return extend(course, act, minutes);
    case "second":
      return begin(course, act);
    default:
      return move(course, act);
  }
}

/** A step is left once, by whoever leaves it first; who leaves it too is not in the next one yet. */
function move(course: Course, act: CourseAct): Course {
  if (!isHere(course, act)) return setAside(course, act, "step-left");
  const to = act.kind === "back" ? backFrom(course) : stepAfter(course.step);
  if (!to) return setAside(course, act, "already");
  const skipped = { ...course.skipped };
  if (act.kind === "skip") skipped[course.step] = true;
  if (act.kind === "back") delete skipped[to];
  return { ...stand(course, act.at), phase: "running", step: to, since: act.at, skipped };
}

/** The second consultation begins: its steps have their whole time, and nobody has spoken in them. */
function begin(course: Course, act: CourseAct): Course {
  if (!isHere(course, act)) return setAside(course, act, "step-left");
  if (!canAct(course, "second")) return setAside(course, act, "already");
  const { opening } = course.used;
  return {
    ...PLANNED,
    ...{ phase: "running", step: "expose", turn: 2, since: act.at, aside: course.aside },
    used: opening === undefined ? {} : { opening },
  };
}

/** Whether an act was done where the session stands. */
function isHere(course: Course, { step, turn = 1 }: CourseAct): boolean {
  return step === course.step && turn === course.turn;
}

/** Two who added to the same step apart wanted the same: the longer time holds, not the sum. */
function extend(course: Course, act: CourseAct, minutes: StepMinutes): Course {
  if (!isHere(course, act)) return setAside(course, act, "step-left");
  const { [act.step]: now = 0 } = course.added;
  const { seen = now, minutes: more = 0 } = act;
  const wanted = seen + more;
  if (seen !== now && wanted <= now) return setAside(course, act, "longer-holds");
  const planned = minutes[act.step];
  const total = Math.min(Math.max(planned + wanted, TOTAL.min), TOTAL.max);
  return { ...course, added: { ...course.added, [act.step]: total - planned } };
}

/** Marks hold for the step in which they were made, whether or not it was left meanwhile. */
function mark(course: Course, act: CourseAct): Course | undefined {
  const { kind } = act;
  if (!MARKS.includes(kind)) return undefined;
  // Of the first consultation nothing is counted in a second one.
  if ((act.turn ?? 1) !== course.turn) return course;
  return kind === "spoke" || kind === "unspoke" ? hear(course, act) : count(course, act);
}

/** One more of what was brought, or one less of what was pressed by mistake. */
function count(course: Course, { kind, tag }: CourseAct): Course {
  if (!tag) return course;
  const now = (course.tags[tag] ?? 0) + (kind === "tag" ? 1 : -1);
  return { ...course, tags: { ...course.tags, [tag]: Math.max(0, now) } };
}

function hear(course: Course, { kind, step, personId }: CourseAct): Course {
  const others = (course.spoken[step] ?? []).filter((id) => id !== personId);
  const now = kind === "spoke" && personId ? [...others, personId] : others;
  return { ...course, spoken: { ...course.spoken, [step]: now } };
}

/** The clock of the present step stops at `at`; what it showed is kept. */
function stand({ since, ...course }: Course, at: number): Course {
  return { ...course, used: { ...course.used, [course.step]: usedAt({ since, ...course }, at) } };
}

function setAside(course: Course, act: CourseAct, why: AsideReason): Course {
  const { id, kind, at, by, step } = act;
  return { ...course, aside: [...course.aside, { id, kind, at, by, step, why }] };
}

/** Time that the present step has taken (ms). */
export function usedAt(
  course: { since?: number | undefined } & Pick<Course, "used" | "step">,
  at: number,
) {
  const running = course.since === undefined ? 0 : Math.max(0, at - course.since);
  return (course.used[course.step] ?? 0) + running;
}
