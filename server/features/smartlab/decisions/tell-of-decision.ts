import type { ClientBase } from "pg";
import type { Platform } from "../../../platform/platform.ts";
import { notify, settle } from "../../notifications/notify.ts";
import { type LabHere, peopleOf } from "../work/frame.ts";

/** The group hears that it is asked, and what came of it. */
export async function tellOfDecision(
  platform: Platform,
  client: ClientBase,
  lab: LabHere,
  of: { kind: "asked" | "adopted"; decisionId: string; title: string; by: string },
): Promise<void> {
  const key = (kind: string) => `lab-decision:${of.decisionId}:${kind}`;
  if (of.kind === "adopted") await settle(platform, client, key("asked"));
  await notify(
    platform,
    client,
    {
      kind: `lab-decision-${of.kind}`,
      body: `lab:${lab.labId}`,
      bodyName: lab.title,
      link: `/smartlab/${lab.slug}/decisions/${of.decisionId}`,
      details: { title: of.title },
      key: key(of.kind),
      urgency: of.kind === "asked" ? "soon" : "digest",
      by: of.by,
    },
    await peopleOf(client, lab.labId),
  );
}
