import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import type { DesignerAssembly, DesignerInput, ElectorateCount } from "#wire/decision-designer.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeList, clearList, pasteList } from "./change-list.ts";
import { countElectorateOf } from "./count-electorate.ts";
import { createDraft, deleteDraft, rehearseDraft, updateDraft } from "./design-draft.ts";
import { designedDraft, designerAssembly } from "./designer-page.ts";
import { personList } from "./person-list.ts";

/** Designing decisions, for organisers and the secretary. */
export function createDesigner(platform: Platform) {
  const { pool, clock } = platform;
  const today = () => dayInBrussels(clock.now());
  return {
    assembly: (actor: Actor, slug: string): Promise<Result<DesignerAssembly>> =>
      designerAssembly(pool, actor, slug),
    draft: (actor: Actor, decisionId: string) => designedDraft(pool, actor, decisionId, today()),
    create: (actor: Actor, input: DesignerInput<"draft.create">) =>
      createDraft(platform, actor, input),
    update: (actor: Actor, input: DesignerInput<"draft.update">) =>
      updateDraft(platform, actor, input),
    remove: (actor: Actor, input: DesignerInput<"draft.delete">) =>
      deleteDraft(platform, actor, input),
    rehearse: (actor: Actor, input: DesignerInput<"draft.rehearse">) =>
      rehearseDraft(platform, actor, input),
    list: (actor: Actor, input: { decisionId: string; query: string }) =>
      personList(pool, actor, input, today()),
    changeList: (actor: Actor, input: DesignerInput<"draft.change-list">) =>
      changeList(platform, actor, input),
    clearList: (actor: Actor, input: DesignerInput<"draft.clear-list">) =>
      clearList(platform, actor, input),
    pasteList: (actor: Actor, input: DesignerInput<"draft.paste-list">) =>
      pasteList(platform, actor, input),
    countElectorate: async (
      actor: Actor,
      { assemblyId, electorate }: DesignerInput<"draft.count-electorate">,
    ): Promise<Result<ElectorateCount>> => {
      const assembly = await designerAssembly(pool, actor, assemblyId);
      if (!assembly.ok) return assembly;
      return ok(await countElectorateOf(pool, assembly.value, electorate, today()));
    },
  };
}
