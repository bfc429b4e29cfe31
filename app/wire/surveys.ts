import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import { ELECTORATES } from "../domain/surveys/campaign.ts";
import {
  MARGINS,
  OPTIONS_MOST,
  QUESTION_KINDS,
  SCALE_MOST,
} from "../domain/surveys/questionnaire.ts";
import { hour } from "./hour.ts";
import { inFour } from "./in-four.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const day = z.iso.date();
const language = z.enum(LANGUAGES);
const line = (most: number) => keptText.trim().max(most);
const revision = z.coerce.number().int().min(0);
const box = z.literal("on").optional();
const registerNo = line(40).min(1);

const CAMPAIGN = {
  ...inFour("title", 160),
  ...inFour("purpose", 2_000),
  ...inFour("sponsor", 300),
  /** Themes by language, one a line; the n-th line of each is the same theme. */
  ...inFour("themes", 600),
  contact: line(200).min(1),
  electorate: z.enum(ELECTORATES),
  /** Names of offices, separated by commas; none for everybody. */
  offices: line(400).default(""),
  /** Days with what happens: "2026-11-14 …", one a line and language. */
  ...inFour("calendar", 2_000),
};

/** The form on which a campaign begins. */
export const CREATE_FORMS = {
  create: z.object({ ...CAMPAIGN, coordinators: line(200).min(1) }),
} as const;

/** The forms of who coordinates it, by intent. */
export const COORDINATE_FORMS = {
  change: z.object({ revision, ...CAMPAIGN }),
  publish: z.object({}),
  "name-coordinator": z.object({ registerNo }),
  "flag-observer": z.object({ registerNo }),
  leave: z.object({}),
  "add-survey": z.object({
    ...inFour("title", 160),
    sourceLanguage: language,
    /** The survey that it asks again, in the same words; nothing for a new one. */
    earlier: line(80).default(""),
  }),
} as const;

export type CampaignFields = z.infer<typeof CREATE_FORMS.create>;
export type ChangedCampaign = z.infer<typeof COORDINATE_FORMS.change>;
export type NewSurvey = z.infer<(typeof COORDINATE_FORMS)["add-survey"]>;

const options = OPTIONS_MOST * 160;

const QUESTION = {
  kind: z.enum(QUESTION_KINDS),
  ...inFour("text", 500),
  ...inFour("help", 500),
  /** One a line, by language. */
  ...inFour("options", options),
  ...inFour("rows", options),
  ...inFour("low", 80),
  ...inFour("high", 80),
  from: z.coerce.number().int().min(0).max(1).default(1),
  to: z.coerce.number().int().min(2).max(SCALE_MOST).default(5),
  groups: box,
  margin: z.union([z.enum(MARGINS), z.literal("")]).default(""),
};

/** The form of one question. */
export const QUESTION_FORMS = {
  "save-question": z.object({ revision, questionId: line(8).default(""), ...QUESTION }),
} as const;

/** The other forms of a survey's design, by intent. */
export const DESIGN_PAGE_FORMS = {
  "save-head": z.object({
    revision,
    ...inFour("title", 160),
    ...inFour("intro", 2_000),
    sensitive: box,
  }),
  "move-question": z.object({ revision, questionId: line(8), by: z.enum(["-1", "1"]) }),
  "delete-question": z.object({ revision, questionId: line(8) }),
  review: z.object({ revision, language }),
  launch: z.object({
    revision,
    closesAt: hour,
    /** How many are drawn by lot; nothing where everybody is asked. */
    draw: z
      .union([z.literal(""), z.coerce.number().int().min(100).max(1_000_000)])
      .default("")
      .transform((given) => given || undefined),
    whoActs: line(200).min(1),
    answerBy: day,
  }),
  correct: z.object({ revision, reason: line(300).min(1) }),
} as const;

export type QuestionFields = z.infer<(typeof QUESTION_FORMS)["save-question"]>;

/** The forms of a survey that runs or is over, by intent. */
export const FIELD_FORMS = {
  remind: z.object({ whoActs: line(200).min(1), answerBy: day }),
  "close-early": z.object({ reason: line(300).min(1) }),
  publish: z.object({}),
  became: z.object(inFour("became", 2_000)),
} as const;

/** The forms of sorting free answers, by intent. */
export const SORTING_FORMS = {
  "add-demand": z.object({
    theme: line(40).min(1),
    language,
    text: line(300).min(1),
    textId: id.optional(),
  }),
  "change-demand": z.object({ demandId: id, theme: line(40).min(1), text: line(300).min(1) }),
  "drop-demand": z.object({ demandId: id }),
  sort: z.object({ textId: id, demandId: id }),
  "set-aside": z.object({ textId: id }),
  "take-back": z.object({ textId: id }),
} as const;

/** The campaign before which a page of them begins. */
export const CampaignCursor = id;

/** Which page of free answers, and of which. */
export const SortingCursor = z.object({
  question: line(8).default(""),
  show: z.enum(["new", "sorted", "aside"]).default("new"),
  after: id.optional(),
});
export type SortingAsked = z.infer<typeof SortingCursor>;
