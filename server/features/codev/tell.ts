import type { ClientBase } from "pg";
import type { Notice, NoticeDetails, NoticeKind } from "#wire/notifications.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";

type Told = {
  cycleId: string;
  /** With the cycle it is the key: the same thing is told once. */
  what: string;
  kind: Extract<NoticeKind, `codev-${string}`>;
  link?: string;
  details?: NoticeDetails;
  urgency?: Notice["urgency"];
  by?: string;
};

/** Tells people of a group one thing. Never a subject, never a reason. */
export async function tell(
  platform: Platform,
  client: ClientBase,
  { cycleId, what, kind, link, details, urgency = "soon", by }: Told,
  to: readonly string[],
): Promise<void> {
  await notify(
    platform,
    client,
    {
      kind,
      body: `codev:${cycleId}`,
      link: link ?? `/codev/cycles/${cycleId}`,
      ...(details && { details }),
      ...(typeof details?.["name"] === "string" && { bodyName: details["name"] }),
      key: `codev:${cycleId}/${what}`,
      urgency,
      ...(by && { by }),
    },
    to,
  );
}
