import type { CommandMap, CommandType } from "#wire/commands.ts";
import type { CommandAnswer } from "#wire/protocol.ts";

/** Pauses before asking again when the network is away (ms). */
const PAUSES = [500, 2_000, 5_000];

/**
 * Sends a command over HTTP: what is larger than a live message may be, or comes from a page that
 * need not be live. Rejects when the server cannot be reached; to send it again does no harm.
 */
export async function postAct<T extends CommandType>(
  slug: string,
  type: T,
  payload: CommandMap[T]["payload"],
): Promise<CommandAnswer<CommandMap[T]["result"]>> {
  const request = {
    method: "POST",
    body: new URLSearchParams({ type, payload: JSON.stringify(payload) }),
  };
  for (const pause of PAUSES) {
    try {
      return await answerOf(await fetch(`/live-session/${slug}/acts`, request));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return answerOf(await fetch(`/live-session/${slug}/acts`, request));
}

async function answerOf<R>(response: Response): Promise<CommandAnswer<R>> {
  if (response.status >= 500) throw new Error("The server is away");
  return (await response.json()) as CommandAnswer<R>;
}
