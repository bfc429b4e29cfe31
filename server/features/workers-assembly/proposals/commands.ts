import { PROPOSAL_COMMANDS as SCHEMAS } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../../realtime/command-handler.ts";
import { commandsOn } from "../../../realtime/command-handler.ts";
import { askComparison, judgePair } from "./compare.ts";
import { freezeList } from "./freeze.ts";
import { answerMerge, endMerge, offerMerge } from "./merge.ts";
import { changeProposal, propose, withdrawProposal } from "./propose.ts";
import { answerQuestion, askAuthors } from "./questions.ts";
import { supportProposal, unsupportProposal } from "./support.ts";
import { reviewText, translateProposal } from "./translate.ts";

/** The acts on proposals: what each carries and which use-case it is. */
export function proposalCommands(platform: Platform): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "proposal.propose": command(SCHEMAS["proposal.propose"], propose),
    "proposal.change": command(SCHEMAS["proposal.change"], changeProposal),
    "proposal.withdraw": command(SCHEMAS["proposal.withdraw"], withdrawProposal),
    "proposal.support": command(SCHEMAS["proposal.support"], supportProposal),
    "proposal.unsupport": command(SCHEMAS["proposal.unsupport"], unsupportProposal),
    "proposal.answer-merge": command(SCHEMAS["proposal.answer-merge"], answerMerge),
    "proposal.answer-question": command(SCHEMAS["proposal.answer-question"], answerQuestion),
    "proposal.translate": command(SCHEMAS["proposal.translate"], translateProposal),
    "proposal.review": command(SCHEMAS["proposal.review"], reviewText),
    "proposal.ask-authors": command(SCHEMAS["proposal.ask-authors"], askAuthors),
    "proposal.compare": command(SCHEMAS["proposal.compare"], askComparison),
    "proposal.judge-pair": command(SCHEMAS["proposal.judge-pair"], judgePair),
    "proposal.offer-merge": command(SCHEMAS["proposal.offer-merge"], offerMerge),
    "proposal.end-merge": command(SCHEMAS["proposal.end-merge"], endMerge),
    "proposal.freeze": command(SCHEMAS["proposal.freeze"], freezeList),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
