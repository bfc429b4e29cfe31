import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import {
  ELECTORATES,
  type CampaignPart,
  type Electorate,
  type SurveyPhase,
} from "../domain/surveys/campaign.ts";
import {
  type Flaw,
  MARGINS,
  type Option,
  OPTIONS_MOST,
  QUESTION_KINDS,
  type Question,
  type Questionnaire,
  SCALE_MOST,
} from "../domain/surveys/questionnaire.ts";
import type { Release } from "../domain/surveys/release.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const day = z.iso.date();
const language = z.enum(LANGUAGES);
const line = (most: number) => keptText.trim().max(most);
const revision = z.coerce.number().int().min(0);
const box = z.literal("on").optional();
const registerNo = line(40).min(1);

/** A text in four languages, from the fields `<name>.fr`, `<name>.nl` … of a form. */
const inFour = <N extends string>(name: N, most: number) =>
  Object.fromEntries(LANGUAGES.map((one) => [`${name}.${one}`, line(most).default("")])) as Record<
    `${N}.${Language}`,
    z.ZodDefault<ReturnType<typeof line>>
  >;

/** What such fields say; a language that says nothing is left out. */
export function translated<N extends string>(
  form: Record<`${N}.${Language}`, string>,
  name: N,
): Translated {
  return Object.fromEntries(
    LANGUAGES.map((one) => [one, form[`${name}.${one}`]]).filter(([, text]) => text !== ""),
  );
}

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

/** The forms of campaigns, by intent. */
export const CAMPAIGN_FORMS = {
  create: z.object({ ...CAMPAIGN, coordinators: line(200).min(1) }),
  change: z.object({ revision, ...CAMPAIGN }),
  publish: z.object({}),
  "name-coordinator": z.object({ registerNo }),
  "flag-observer": z.object({ registerNo }),
  leave: z.object({}),
  "add-survey": z.object({ ...inFour("title", 160), sourceLanguage: language }),
} as const;

export type CampaignFields = z.infer<typeof CAMPAIGN_FORMS.create>;
export type ChangedCampaign = z.infer<typeof CAMPAIGN_FORMS.change>;
export type NewSurvey = z.infer<(typeof CAMPAIGN_FORMS)["add-survey"]>;

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

/** The forms of a survey's design, by intent. */
export const DESIGN_FORMS = {
  "save-head": z.object({
    revision,
    ...inFour("title", 160),
    ...inFour("intro", 2_000),
    sensitive: box,
  }),
  "save-question": z.object({ revision, questionId: line(8).default(""), ...QUESTION }),
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

export type QuestionFields = z.infer<(typeof DESIGN_FORMS)["save-question"]>;

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

export type Theme = { id: string; titles: Translated };
/** What happens on a day (ISO). */
export type CalendarEntry = { on: string; titles: Translated };

export type CampaignHead = {
  id: string;
  slug: string;
  titles: Translated;
  electorate: Electorate;
  /** Names of offices; none for everybody. */
  offices: string[];
  publishedOn?: string;
};

/** One survey in a list. `closesAt` in ms; days are ISO. */
export type SurveyCard = {
  id: string;
  slug: string;
  titles: Translated;
  phase: SurveyPhase;
  closesAt?: number;
  closedOn?: string;
  /** The reader is among those who are asked, and whether they answered. */
  mine?: "asked" | "answered";
};

export type CampaignCard = CampaignHead & { themes: Theme[]; surveys: SurveyCard[] };

/** Campaigns that are published, and those one coordinates. */
export type SurveysPage = {
  campaigns: CampaignCard[];
  mayCreate: boolean;
  /** Where the next page begins. */
  next?: string;
};

export type CampaignPage = {
  campaign: CampaignCard & {
    purpose: Translated;
    sponsor: Translated;
    contact: string;
    calendar: CalendarEntry[];
  };
  /** How many workers coordinate it, and how many of the management look on. */
  coordinators: number;
  observers: number;
  rights: { coordinate: boolean; observes: boolean };
};

/** What its coordination works with. Names of who coordinates and looks on, and no others. */
export type CoordinatePage = CampaignPage & {
  revision: number;
  people: { name: string; part: CampaignPart; since: string; you: boolean }[];
};

/** One survey as whoever answers meets it. */
export type AnswerPage = {
  survey: {
    id: string;
    slug: string;
    phase: SurveyPhase;
    closesAt: number;
    version: number;
    sensitive: boolean;
    size: number;
  };
  campaign: CampaignHead & { contact: string; sponsor: Translated };
  questionnaire: Questionnaire;
  /** Languages whose words were reviewed. */
  languages: Language[];
  /** Why the reader has no form, where they have none. */
  standing: "asked" | "answered" | "not-asked" | "observer" | "closed";
  /** Whose draft the browser keeps: a name that says nothing elsewhere. */
  draftKey: string;
  rights: { coordinate: boolean };
};

export type TranslationState = {
  language: Language;
  /** Nothing is missing in it. */
  whole: boolean;
  state: "source" | "reviewed" | "waits";
  /** The reader wrote it last: somebody else reviews it. */
  own: boolean;
};

export type DesignPage = {
  survey: {
    id: string;
    slug: string;
    phase: SurveyPhase;
    revision: number;
    version: number;
    sensitive: boolean;
    closesAt?: number;
  };
  campaign: CampaignHead & { themes: Theme[] };
  sourceLanguage: Language;
  questionnaire: Questionnaire;
  translations: TranslationState[];
  flaws: Flaw[];
  /** How many would be asked if it were launched now. */
  wouldAsk?: number;
  /** What was corrected since the launch. */
  versions: { version: number; fromOn: string; reason: string; languages: Language[] }[];
  /** Words were changed since the version that runs. */
  changed: boolean;
  today: string;
};

export type Sending = { number: number; sentOn: string; asked: number; spared: number };

/** How a survey goes, without what was said. */
export type FieldPage = {
  survey: {
    id: string;
    slug: string;
    titles: Translated;
    phase: SurveyPhase;
    closesAt?: number;
    closedOn?: string;
  };
  campaign: CampaignHead;
  size: number;
  answered: number;
  /** Answers by day; days of few are told together. */
  days: { from: string; to: string; answers: number }[];
  sendings: Sending[];
  /** Counted, and not yet published. */
  counted: boolean;
  became: Translated;
  unsorted: number;
  today: string;
};

export type FreeAnswer = {
  id: string;
  question: string;
  language: Language;
  text: string;
  demandId?: string;
  /** Demands whose answers resemble it, the most alike first. */
  suggested: string[];
};

export type Demand = {
  id: string;
  theme: string;
  language: Language;
  text: string;
  answers: number;
};

export type SortingPage = {
  survey: { id: string; slug: string; titles: Translated };
  campaign: CampaignHead & { themes: Theme[] };
  asked: SortingAsked;
  questions: { id: string; text: Translated; waiting: number }[];
  answers: FreeAnswer[];
  demands: Demand[];
  counts: { waiting: number; sorted: number; aside: number };
  next?: string;
};

export type PublishedDemand = Omit<Demand, "answers"> & {
  /** Undefined where fewer than five said it. */
  answers?: number;
};

export type ResultsPage = {
  survey: {
    id: string;
    slug: string;
    phase: SurveyPhase;
    launchedOn: string;
    closedOn: string;
    publishedOn?: string;
  };
  campaign: CampaignHead & {
    purpose: Translated;
    sponsor: Translated;
    contact: string;
    themes: Theme[];
  };
  questionnaire: Questionnaire;
  languages: Language[];
  versions: number;
  release: Release;
  demands: PublishedDemand[];
  became: Translated;
  rights: { coordinate: boolean };
};
