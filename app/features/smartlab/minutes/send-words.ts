import type { Update } from "#domain/smartlab/minutes/shared-text.ts";
import { sendCommand } from "#app/features/live-session/use-command.ts";
import { liveConnection } from "#app/features/live-session/socket.ts";
import type { CommandAnswer } from "#wire/protocol.ts";
import { textOfBytes } from "./base64.ts";

/** `away`: the server was not reached; to send it again does no harm. */
export type SendAnswer = "taken" | "refused" | "away";

/** A live message carries at most 16 KiB; what is larger is posted. */
const LIVE_SIGNS = 12_000;

/** Sends one change: live where a socket works, posted where none does or where it is long. */
export async function sendWords(
  { slug, minutesId }: { slug: string; minutesId: string },
  update: Update,
  signal: AbortSignal,
): Promise<SendAnswer> {
  const payload = { minutesId, update: textOfBytes(update) };
  const live = liveConnection.status === "connected" && payload.update.length <= LIVE_SIGNS;
  const answer = live
    ? await sendCommand("lab.minutes-write", payload)
    : await post(slug, payload, signal);
  if (!answer) return "away";
  return answer.ok ? "taken" : "refused";
}

async function post(
  slug: string,
  payload: object,
  signal: AbortSignal,
): Promise<CommandAnswer | undefined> {
  const body = new URLSearchParams({
    type: "lab.minutes-write",
    payload: JSON.stringify(payload),
  });
  try {
    const response = await fetch(`/smartlab/${slug}/acts`, { method: "POST", body, signal });
    return response.status < 500 ? ((await response.json()) as CommandAnswer) : undefined;
  } catch {
    return undefined;
  }
}
