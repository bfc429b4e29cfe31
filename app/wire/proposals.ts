import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import { PARAGRAPH_MOST, SENTENCE_MOST } from "../domain/workers-assembly/debate.ts";
import { MERGE_MOST, PROPOSAL_KINDS } from "../domain/workers-assembly/stage.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const line = (most: number) => keptText.trim().max(most);
const someLine = (most: number) => line(most).min(1);
const slug = someLine(80);
const language = z.enum(LANGUAGES);
const revision = z.coerce.number().int().min(0);
const box = z.literal("on").optional();
/** An empty field of a form is none. */
const none = z.literal("").transform(() => undefined);
const proposalId = id;

const WORDING = { sentence: someLine(SENTENCE_MOST), paragraph: someLine(PARAGRAPH_MOST) };
const PROPOSAL = {
  kind: z.enum(PROPOSAL_KINDS),
  /** A theme of the campaign and an office, by their ids. */
  theme: someLine(40),
  city: line(80).default(""),
  language,
  ...WORDING,
};

/** What an act on proposals carries: forms and live commands alike. */
export const PROPOSAL_COMMANDS = {
  // Everybody for themselves
  "proposal.propose": z.strictObject({
    slug,
    ...PROPOSAL,
    /** Whoever has seen those that resemble it, and proposes it still. */
    seen: box,
    /**
     * What it came from, where it came from something: a demand of a survey, a lab, a session of a
     * programme; or a workshop that no programme has, by its name and day.
     */
    demandId: z.union([none, id]).optional(),
    labId: z.union([none, id]).optional(),
    sessionId: z.union([none, id]).optional(),
    workshop: line(120).default(""),
    workshopOn: z.union([none, z.iso.date()]).optional(),
  }),
  "proposal.change": z.strictObject({ proposalId, revision, ...PROPOSAL }),
  "proposal.withdraw": z.strictObject({ proposalId }),
  "proposal.support": z.strictObject({ proposalId }),
  "proposal.unsupport": z.strictObject({ proposalId }),
  "proposal.answer-merge": z.strictObject({ mergeId: id, agrees: z.enum(["true", "false"]) }),
  "proposal.answer-question": z.strictObject({ questionId: id, answer: someLine(500) }),
  // Authors, and those who coordinate
  "proposal.translate": z.strictObject({ proposalId, language, revision, ...WORDING }),
  // Those who coordinate
  "proposal.review": z.strictObject({
    proposalId,
    language,
    /** What was read: a text that changed meanwhile is read again. */
    ...WORDING,
  }),
  "proposal.ask-authors": z.strictObject({ proposalId, question: someLine(500) }),
  "proposal.compare": z.strictObject({ slug }),
  "proposal.judge-pair": z.strictObject({
    slug,
    a: id,
    b: id,
    verdict: z.enum(["confirmed", "dismissed"]),
  }),
  "proposal.offer-merge": z.strictObject({
    slug,
    /** Which become one: by their ids. */
    part: z.record(id, z.literal("on")),
    ...PROPOSAL,
    note: line(300).default(""),
    answerBy: z.iso.date(),
  }),
  "proposal.end-merge": z.strictObject({ mergeId: id }),
  "proposal.freeze": z.strictObject({ slug }),
} as const;

export type ProposalCommands = {
  [K in keyof typeof PROPOSAL_COMMANDS]: z.infer<(typeof PROPOSAL_COMMANDS)[K]>;
};

export type ProposalResults = { "proposal.propose": { id: string } };

/** What one looks for on the wall; what makes no sense is left out. */
export const wallSearch = z.object({
  kind: z.enum(["", ...PROPOSAL_KINDS]).catch(""),
  theme: line(40).catch(""),
  city: line(80).catch(""),
  language: z.enum(["", ...LANGUAGES]).catch(""),
  words: line(80).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type WallSearch = z.infer<typeof wallSearch>;

/** A text that is being typed, to be compared with the others. */
export const similarSearch = z.object({
  language: language.catch("fr"),
  text: line(SENTENCE_MOST + PARAGRAPH_MOST + 1).catch(""),
});
export type SimilarSearch = z.infer<typeof similarSearch>;

/** Where a proposal begins that comes from something: ids in an address. */
export const proposeFrom = z.object({
  demand: id.optional().catch(undefined),
  lab: id.optional().catch(undefined),
  workshop: id.optional().catch(undefined),
});
export type ProposeFrom = z.infer<typeof proposeFrom>;

/** Which pairs and texts the coordination looks at. */
export const deskSearch = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  texts: z.coerce.number().int().min(1).max(1_000).catch(1),
  /** Proposals for which one wording is to be offered: one id, or several. */
  part: z
    .union([id.transform((one) => [one]), z.array(id)])
    .transform((ids) => ids.slice(0, MERGE_MOST))
    .catch([]),
  /** What others to be put beside them say. */
  words: line(80).catch(""),
});
export type ProposalDeskSearch = z.infer<typeof deskSearch>;
