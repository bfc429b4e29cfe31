/**
 * Tells every process that something changed, so that it reads the state again sooner than its
 * sweep would. It carries no state and may lose messages: PostgreSQL is the truth.
 * Two homes: LISTEN/NOTIFY (wake-postgres.ts) and Redis (wake-redis.ts).
 */
export type WakeBus = {
  /** `detail` is short (at most 7,000 bytes as JSON), never a secret and never a choice. */
  publish: (topic: WakeTopic, detail: WakeDetail) => Promise<void>;
  /** Returns how to stop listening. */
  subscribe: (topic: WakeTopic, listener: (detail: WakeDetail) => void) => () => void;
  close: () => Promise<void>;
};

export type WakeTopic =
  /** A room's state changed: {room: "live-session/<id>"}; `persons` whose `mine` view changed. */
  | "room"
  /** A session ended or a person's roles changed: {person}. */
  | "person"
  /** The outbox has new events. */
  | "outbox";

export type WakeDetail = {
  room?: string;
  person?: string;
  persons?: string[];
  /** Set on receipt: this very process said it. */
  own?: boolean;
};
