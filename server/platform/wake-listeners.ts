import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { WakeDetail, WakeTopic } from "./wake.ts";

const TOPICS = ["room", "person", "outbox"] as const satisfies readonly WakeTopic[];

const Message = z.tuple([
  z.uuid(),
  z.enum(TOPICS),
  z.object({
    room: z.string().optional(),
    person: z.string().optional(),
    persons: z.array(z.string()).optional(),
  }),
]);

type Listener = (detail: WakeDetail) => void;

/** The listeners of one process, whatever carries the messages. */
export function createListeners() {
  const self = randomUUID();
  const byTopic = new Map<WakeTopic, Set<Listener>>(TOPICS.map((topic) => [topic, new Set()]));

  function tell(topic: WakeTopic, detail: WakeDetail): void {
    for (const listener of byTopic.get(topic) ?? []) listener(detail);
  }

  return {
    add: (topic: WakeTopic, listener: Listener): (() => void) => {
      byTopic.get(topic)?.add(listener);
      return () => byTopic.get(topic)?.delete(listener);
    },
    write: (topic: WakeTopic, detail: WakeDetail): string => JSON.stringify([self, topic, detail]),
    receive: (text: string): void => {
      const message = Message.safeParse(parseJson(text));
      if (!message.success) return;
      const [sender, topic, detail] = message.data;
      tell(topic, { ...detail, own: sender === self });
    },
    /** Messages may have been lost: an empty detail means "anything may have changed". */
    missed: (): void => {
      for (const topic of TOPICS) tell(topic, {});
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
