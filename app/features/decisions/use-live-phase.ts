import { useState } from "react";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { DecisionCard, DecisionPage } from "#wire/decisions.ts";
import type { LiveStatus } from "#app/features/live-session/socket.ts";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";

/**
 * The phase of a decision while its ballot is on the table, and whether it is suspended. Nothing else
 * is listened to: nothing may move on a page that somebody is filling in. Needs a signed-in reader.
 */
export function useLivePhase(page: DecisionPage): {
  phase: DecisionPhase;
  suspended: boolean;
  status: LiveStatus;
} {
  const [initial] = useState(() => ({
    view: {
      decisions: { [page.id]: standing(page) },
    },
    seq: 0,
  }));
  const { view } = useRoom(`live-session/${page.assembly.id}/member`, initial);
  const { status } = useLiveStatus();
  const { phase = page.phase, suspendedAt } = view.decisions[page.id] ?? standing(page);
  return { phase, suspended: suspendedAt !== undefined, status };
}

function standing({ phase, suspendedAt }: DecisionPage): Partial<DecisionCard> {
  return { phase, ...(suspendedAt === undefined ? {} : { suspendedAt }) };
}
