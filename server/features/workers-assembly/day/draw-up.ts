import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { LabelledOption } from "#wire/decisions.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { readDraft } from "../../decisions/designer/draft-row.ts";
import { insertDraft, writeDraft, writeOptions } from "../../decisions/designer/write-draft.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { ensureAssembly } from "../organise/ensure-assembly.ts";
import { addItem, changeTextItem } from "./agenda.ts";
import { type DayVoteName as Vote, designOf, optionsOf, said } from "./design.ts";
import { lackingOf } from "./lacking.ts";
import { adoptedIn } from "./outcome.ts";
import { type FinalText, finalTexts } from "./texts.ts";

const MINUTES: Record<Vote, number> = { adoption: 20, grading: 15 };

/**
 * Draws up one of the two votes of the day from the final texts: for, against or abstain on each; then
 * a grade for each that was adopted. Secret, and opened in the plenary by its chair. From the first
 * on no text changes any more, and who was behind a word, an amendment or an objection is forgotten.
 */
export function drawUpVote(
  platform: Platform,
  actor: Actor,
  { slug, vote }: WorkersDayCommands["debate.draw-up"],
): Promise<Result<{ decisionId: string }>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    const texts = await finalTexts(client, edition.id);
    const options = await votedOn(client, edition, { vote, texts });
    if (!options.ok) return options;
    const decisionId = platform.random.uuid();
    const assemblyId = await ensureAssembly(client, edition);
    if (!(await insertDraft(client, decisionId, assemblyId))) return refuse("wrong-phase");
    const draft = await readDraft(client, decisionId);
    if (!draft) return refuse("not-found");
    if (vote === "adoption") await nameFinally(client, assemblyId, texts);
    const itemId = platform.random.uuid();
    await addItem(client, itemId, {
      assemblyId,
      purpose: "decide",
      title: said(vote, "title"),
      summary: said(vote, "text"),
      minutes: MINUTES[vote],
    });
    await writeDraft(client, {
      ...draft,
      ...designOf(vote, options.value.length),
      item_id: itemId,
    });
    await writeOptions(client, decisionId, options.value);
    await keep(client, edition.id, vote, decisionId);
    await noteOn(client, {
      actorId: by.personId,
      action: `debate.draw-up-${vote}`,
      editionId: edition.id,
      at: platform.clock.now(),
    });
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
    return ok({ decisionId });
  });
}

/** What is voted on: every final text, or those that were adopted. */
async function votedOn(
  client: Client,
  edition: Edition,
  { vote, texts }: { vote: Vote; texts: FinalText[] },
): Promise<Result<LabelledOption[]>> {
  const options = optionsOf(texts);
  if (vote === "adoption") {
    if (edition.stage !== "debating" || edition.adoptionId) return refuse("wrong-phase");
    const { unfinished, unreviewed } = await lackingOf(client, edition);
    if (unfinished.length > 0) return refuse("debate-unfinished");
    if (unreviewed.length > 0) return refuse("debate-unreviewed");
    return ok(options);
  }
  if (edition.stage !== "adopting" || edition.gradingId) return refuse("wrong-phase");
  const adopted = edition.adoptionId && (await adoptedIn(client, edition.adoptionId));
  if (!adopted) return refuse("debate-adoption-first");
  const graded = options.filter(({ id }) => adopted.has(id));
  // One alone needs no order.
  return graded.length > 1 ? ok(graded) : refuse("debate-nothing-to-grade");
}

/** The plenary calls each text by its last words, and not by those of the frozen list. */
async function nameFinally(
  client: Client,
  assemblyId: string,
  finals: readonly FinalText[],
): Promise<void> {
  for (const { number, texts } of finals) {
    const title = Object.fromEntries(texts.map(({ language, sentence }) => [language, sentence]));
    await changeTextItem(client, { assemblyId, code: proposalCode(number), title });
  }
}

async function keep(
  client: Client,
  editionId: string,
  vote: Vote,
  decisionId: string,
): Promise<void> {
  if (vote === "grading") {
    await client.query(
      "UPDATE workers_assembly SET grading_id = $2, revision = revision + 1 WHERE id = $1",
      [editionId, decisionId],
    );
    return;
  }
  await client.query(
    `UPDATE workers_assembly SET adoption_id = $2, stage = 'adopting', revision = revision + 1
     WHERE id = $1`,
    [editionId, decisionId],
  );
  for (const table of ["debate_word", "debate_amendment", "debate_objection"]) {
    await client.query(
      `UPDATE ${table} SET person_id = NULL WHERE debate_id IN
         (SELECT id FROM debate WHERE workers_assembly_id = $1)`,
      [editionId],
    );
  }
}
