import { createContext, useContext } from "react";
import type { ActKind, Course, CourseAct } from "#domain/codev/course.ts";
import type { StepMinutes } from "#domain/codev/steps.ts";
import type { PeerView } from "#wire/codev-session.ts";

/** What a button of the desk does; the step and the time are those of the desk. */
export type Pressed = { kind: ActKind } & Pick<
  CourseAct,
  "minutes" | "seen" | "reason" | "personId" | "tag"
>;

/** A session in a facilitator's hand: a real one, or one to practise on. */
export type Desk = {
  sessionId: string;
  course: Course;
  minutes: StepMinutes;
  /** The server's clock (ms). */
  now: number;
  peers: PeerView[];
  clientId?: string | undefined;
  /** Late in a cycle: whose consultation follows in the same session. */
  secondClientId?: string | undefined;
  contract?: string | undefined;
  press: (act: Pressed) => void;
};

const Context = createContext<Desk | undefined>(undefined);

export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("A desk belongs to a session");
  return desk;
}
