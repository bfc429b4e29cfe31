import { localTime } from "../../app/domain/kernel/local-time.ts";
import type { DebateStep } from "../../app/domain/workers-assembly/debate.ts";
import type { Stage } from "./browser.ts";
import { expectGoodOnAPhone } from "./phone.ts";
import { send } from "./workers-line.ts";

type Chosen = { id: string; option: string };

export const CHAIR = "second-scrutineer";
export const FACILITATOR = "third-scrutineer";
const HOUR_MS = 3_600_000;

/** How the room leaves the first of the two texts. */
export const AMENDED = {
  sentence: "Un fonds solidaire paie dès le premier jour de maladie",
  paragraph: "Chaque contrat y verse ; qui tombe malade reçoit une indemnité dès le premier jour.",
};
const NOTE = "Les contrats d’un jour n’y cotisent pas assez pour y avoir droit.";

async function debateOf({ pool }: Stage, proposalId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM debate WHERE proposal_id = $1",
    [proposalId],
  );
  return rows[0]!.id;
}

/** The day is set up; one of the two texts is amended, objected to and reviewed, the other stays. */
export async function debate(
  stage: Stage,
  slug: string,
  fund: Chosen,
  other: Chosen,
): Promise<void> {
  const ines = await stage.newPersonPage("moderator");
  await ines.goTo(`/workers-assembly/${slug}/day`);
  const startsAt = localTime(new Date(Date.now() + HOUR_MS));
  await send(ines, "debate.set-up", { startsAt, rooms: "2", minutes: "40" });
  await ines.page.locator(".day-card").nth(1).waitFor();
  await expectGoodOnAPhone(ines.page);

  const [debateId, otherId] = [await debateOf(stage, fund.id), await debateOf(stage, other.id)];
  const step = (id: string, to: DebateStep) =>
    stage.act(FACILITATOR, "debate.step", { debateId: id, step: to });
  await step(debateId, "clarify");
  await step(debateId, "react");
  const room = `/workers-assembly/${slug}/day/${fund.option}`;
  const jorn = await stage.newPersonPage(FACILITATOR, { device: "desk" });
  const wannes = await stage.newPersonPage("member-nl");
  const maelle = await stage.newPersonPage("member-fr");
  for (const visitor of [jorn, wannes, maelle]) await visitor.goTo(room);
  await send(jorn, "debate.step", {}, '[name="step"][value="amend"][type="hidden"]');
  await wannes.reads(wannes.t("workers-day:steps.about.amend"));
  await send(wannes, "debate.amend", { ...AMENDED, why: "Commun ne dit pas qui paie pour qui." });
  await maelle.page.locator("#amendments ins", { hasText: "solidaire" }).waitFor();
  await maelle.page.locator("#amendments del", { hasText: "commun" }).waitFor();
  await expectGoodOnAPhone(maelle.page);
  await jorn.page.locator("#amendments ins", { hasText: "solidaire" }).first().waitFor();
  const reason = "La salle préfère ce mot.";
  await send(jorn, "debate.settle-amendment", { outcome: "taken", reason });
  await maelle.reads(maelle.t("workers-day:text.version", { version: 2 }));
  await wannes.reads(wannes.t("workers-day:rendering.behind"));

  await send(jorn, "debate.step", {}, '[name="step"][value="objections"][type="hidden"]');
  await maelle.reads(maelle.t("workers-day:steps.about.objections"));
  await send(maelle, "debate.object", { ground: "beyond-limits", because: NOTE });
  await send(jorn, "debate.offer-note", { note: NOTE });
  await maelle.button("workers-day:objections.agree.note-offered.true").click();
  await jorn.reads(jorn.t("workers-day:objections.state.dissent"));

  // The other language follows: one writes it, another reads it.
  const words = { sentence: "Een solidair fonds", paragraph: "Het betaalt vanaf de eerste dag." };
  await send(jorn, "debate.render", words, '[name="language"][value="nl"]');
  const femke = await stage.newPersonPage("second-moderator");
  await femke.goTo(room);
  await femke.reads(femke.t("workers-day:rendering.unreviewed"));
  await send(femke, "debate.review");
  await femke.page.getByText(femke.t("workers-day:rendering.unreviewed")).waitFor({
    state: "detached",
  });
  await step(debateId, "done");
  for (const to of ["clarify", "react", "amend", "objections", "done"] as const) {
    await step(otherId, to);
  }
}
