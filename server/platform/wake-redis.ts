import { Redis } from "ioredis";
import type { Log } from "./log.ts";
import { createListeners } from "./wake-listeners.ts";
import type { WakeBus } from "./wake.ts";

const CHANNEL = "palabre:wake";

/** Wake-ups by Redis, between any number of processes and machines. */
export function createRedisWakeBus(url: string, log: Log): WakeBus {
  const listeners = createListeners();
  const options = { retryStrategy: (times: number) => Math.min(times * 100, 1_000) };
  // A wake-up that waits for Redis to come back is worth nothing: no offline queue.
  const sender = new Redis(url, { ...options, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  const receiver = new Redis(url, options);

  let warned = false;
  const onError = () => {
    if (!warned) log.warn("wake-ups: Redis does not answer; rooms are swept instead");
    warned = true;
  };
  sender.on("error", onError);
  receiver.on("error", onError);
  receiver.on("ready", () => {
    warned = false;
    receiver
      .subscribe(CHANNEL)
      .then(listeners.missed)
      .catch(() => undefined);
  });
  receiver.on("message", (_channel, text) => listeners.receive(text));

  return {
    publish: async (topic, detail) => {
      await sender.publish(CHANNEL, listeners.write(topic, detail)).catch(() => undefined);
    },
    subscribe: listeners.add,
    close: async () => {
      sender.disconnect();
      receiver.disconnect();
      await Promise.resolve();
    },
  };
}
