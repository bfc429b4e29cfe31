import { useNavigate, useNavigation } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import type { Refusal } from "#domain/kernel/result.ts";
import { useCommand } from "#app/features/live-session/use-command.ts";

type FilledBallot = {
  decisionId: string;
  electorId: string;
  /** Canonical text. */
  content: string;
  commandId: string;
};

/**
 * Casts a reviewed ballot: live where a socket works, else by the form's own POST. Both carry the
 * same command id, so whichever arrives first is the one that counts.
 */
export function useCast({ commandId, ...ballot }: FilledBallot) {
  const { canSend, send } = useCommand();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const castLive = async () => {
    setSending(true);
    setRefusal(undefined);
    const answer = await send("decision.cast", ballot, commandId);
    setSending(false);
    if (answer.ok) navigate(`/decisions/${ballot.decisionId}/receipt`, { replace: true });
    else setRefusal(answer.error);
  };

  const pending = sending || navigation.state !== "idle";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (pending) event.preventDefault();
    else if (canSend()) {
      event.preventDefault();
      void castLive();
    }
  };
  return { onSubmit, pending, refusal };
}
