import { useState } from "react";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { DecisionCard, DecisionPage } from "#wire/decisions.ts";
import type { LiveStatus } from "#app/features/live-session/socket.ts";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";

/**
 * The phase of a decision while its ballot is on the table. Only the phase is listened to: nothing
 * else may move on a page that somebody is filling in. Needs a signed-in reader.
 */
export function useLivePhase(page: DecisionPage): {
  phase: DecisionPhase;
  status: LiveStatus;
} {
  const [initial] = useState(() => ({
    view: {
      decisions: { [page.id]: { phase: page.phase } as Partial<DecisionCard> },
    },
    seq: 0,
  }));
  const { view } = useRoom(`live-session/${page.assembly.id}/member`, initial);
  const { status } = useLiveStatus();
  return { phase: view.decisions[page.id]?.phase ?? page.phase, status };
}
