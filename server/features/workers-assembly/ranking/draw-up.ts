import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { LANGUAGES, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { limitsOf, settingsOf } from "#domain/workers-assembly/ranking-plan.ts";
import { translator } from "#app/i18n/server.ts";
import type { PlanView } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type DraftRow, problemsOf, readDraft } from "../../decisions/designer/draft-row.ts";
import { insertDraft, writeDraft, writeOptions } from "../../decisions/designer/write-draft.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { unreviewed } from "../proposals/frozen.ts";
import { type ListedProposal, listedProposals } from "./proposals.ts";
import { readPlan } from "./read-plan.ts";

type Planned = Omit<PlanView, "opensAt" | "closesAt"> & { opensAt: Date; closesAt: Date };

/**
 * Draws the vote up from the frozen list, as it was declared: secret, until its published hour, in
 * the assembly apart whose roll was closed before. Every text has to be reviewed in each language of
 * the assembly; then it is announced, and opens and closes by itself.
 */
export function drawUpRanking(
  platform: Platform,
  actor: Actor,
  { slug }: { slug: string },
): Promise<Result<{ decisionId: string }>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    const now = platform.clock.now();
    if (edition.stage !== "frozen" || edition.rankingId) return refuse("wrong-phase");
    const planned = hoursIn(await readPlan(client, edition.id));
    if (!planned || planned.closesAt <= now) return refuse("ranking-hours-missing");
    const waiting = await unreviewed(client, edition.id);
    if (waiting.length > 0) return refuse("ranking-unreviewed", { count: waiting.length });
    const { assemblyId } = edition;
    if (!assemblyId || !(await isRollClosed(client, assemblyId))) return refuse("roll-not-taken");
    const decisionId = platform.random.uuid();
    const made = await writeVote(client, { decisionId, assemblyId, edition, planned });
    if (!made.ok) return made;
    await client.query(
      `UPDATE workers_assembly SET ranking_id = $2, stage = 'ranking', revision = revision + 1
       WHERE id = $1`,
      [edition.id, decisionId],
    );
    await noteOn(client, {
      actorId: by.personId,
      action: "workers-ranking.draw-up",
      editionId: edition.id,
      at: now,
    });
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
    return ok({ decisionId });
  });
}

function hoursIn({ opensAt, closesAt, ...plan }: PlanView): Planned | undefined {
  if (!opensAt || !closesAt) return undefined;
  return { ...plan, opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
}

async function isRollClosed(client: Client, assemblyId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM assembly WHERE id = $1 AND roll_as_of IS NOT NULL AND phase <> 'closed'",
    [assemblyId],
  );
  return rowCount === 1;
}

type Vote = { decisionId: string; assemblyId: string; edition: Edition; planned: Planned };

async function writeVote(
  client: PoolClient,
  { decisionId, assemblyId, edition, planned }: Vote,
): Promise<Result<null>> {
  if (!(await insertDraft(client, decisionId, assemblyId))) return refuse("wrong-phase");
  const draft = await readDraft(client, decisionId);
  if (!draft) return refuse("not-found");
  const proposals = await listedProposals(client, edition.id);
  const row: DraftRow = {
    ...draft,
    ...rulesOf(planned, edition.seats),
    texts: textsOf(edition, proposals.length),
    options: optionsFor(proposals),
  };
  if (problemsOf(row).length > 0) return refuse("draft-incomplete");
  await writeDraft(client, row);
  await writeOptions(client, decisionId, row.options);
  return ok(null);
}

/** Whoever is on the roll votes, and may change their mind until it closes; equal ones fall by lot. */
export function rulesOf(planned: Planned, seats: number) {
  const { minChoices = null, maxChoices = null } = limitsOf(planned);
  return {
    legal_channel: "consultation",
    method: planned.method,
    rule: settingsOf(planned, seats),
    min_choices: minChoices,
    max_choices: maxChoices,
    tie_rule: "lot",
    electorate: {},
    seal: planned.seal,
    may_change: true,
    opens_at: planned.opensAt,
    closes_at: planned.closesAt,
  } as const;
}

/** The code stands before the words, on the screen as on paper. */
export function optionsFor(proposals: readonly Pick<ListedProposal, "option" | "sentence">[]) {
  return proposals.map(({ option, sentence }) => ({
    id: option,
    label: Object.fromEntries(
      Object.entries(sentence).map(([language, words]) => [language, `${option} · ${words}`]),
    ) as Translated,
  }));
}

/** What the ballot says at its head: what is chosen, from which list, and how the list is recognised. */
export function textsOf(
  { seats, listHash = "" }: Pick<Edition, "seats" | "listHash">,
  of: number,
): Translated<{ title: string; text: string }> {
  const said = (language: Language) => {
    const { t } = translator(language);
    return {
      title: t("workers-ranking:vote.title", { seats, of }),
      text: t("workers-ranking:vote.text", { seats, of, hash: listHash }),
    };
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, said(language)]));
}
