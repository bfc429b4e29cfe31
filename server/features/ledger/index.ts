import type { Actor } from "#domain/kernel/actor.ts";
import { deskSearch, itemSearch, stateSearch } from "#wire/ledger-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { ledgerCommands } from "./commands.ts";
import { answersDesk } from "./desk-page.ts";
import { ledgerDraft, ledgerItem } from "./item-page.ts";
import { createLedgerList } from "./list-page.ts";
import { remindOfOwedAnswers } from "./remind.ts";
import { createStateOfPlay, stateTable } from "./state-page.ts";
import { ledgerWriting } from "./writing-page.ts";

/** What an address asks for; what makes no sense is left out. */
type Asked = Record<string, string>;

/** The ledger: what was asked for, who owes an answer, and what became of it. */
export function createLedgerFeature(platform: Platform) {
  const stateOfPlay = createStateOfPlay(platform);
  const list = createLedgerList(platform);
  return {
    commands: ledgerCommands(platform),
    list: (actor: Actor, asked: Asked) => list(actor, itemSearch.parse(asked)),
    /** By its number or its id. */
    item: (actor: Actor, id: string) => ledgerItem(platform, actor, id),
    draft: (actor: Actor, id: string) => ledgerDraft(platform, actor, id),
    writing: (actor: Actor) => ledgerWriting(platform, actor),
    desk: (actor: Actor, asked: Asked) => answersDesk(platform, actor, deskSearch.parse(asked)),
    state: (asked: Asked) => stateOfPlay(stateSearch.parse(asked)),
    stateTable: (asked: Asked) => stateTable(platform, stateSearch.parse(asked)),
    /** Job process. */
    remind: () => remindOfOwedAnswers(platform),
  };
}
