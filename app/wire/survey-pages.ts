import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { CampaignPart, Electorate, SurveyPhase } from "../domain/surveys/campaign.ts";
import type { Flaw, Questionnaire } from "../domain/surveys/questionnaire.ts";
import type { Release } from "../domain/surveys/release.ts";
import type { WaveComparison } from "../domain/surveys/waves.ts";
import type { OpenOnThemes } from "./ledger-pages.ts";
import type { SortingAsked } from "./surveys.ts";

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
  /** Workers' assemblies that it leads to; `gathering`: one may propose there now. */
  assemblies: { slug: string; titles: Translated; gathering: boolean }[];
  rights: { coordinate: boolean; observes: boolean };
};

/** What its coordination works with. Names of who coordinates and looks on, and no others. */
export type CoordinatePage = CampaignPage & {
  revision: number;
  people: { name: string; part: CampaignPart; since: string; you: boolean }[];
  /** Published surveys that a new one may ask again. */
  repeatable: { slug: string; titles: Translated; closedOn: string }[];
  /** What was asked for on its themes and is still open; told before it is published. */
  open?: OpenOnThemes;
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
  survey: Omit<SurveyCard, "mine">;
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
  /** The workers' assembly where one of them can be made a proposal now. */
  proposeIn?: string;
  /** Beside the survey that asked the same before it. */
  wave?: {
    earlier: { slug: string; titles: Translated; closedOn: string };
    comparison: WaveComparison;
  };
  became: Translated;
  rights: { coordinate: boolean };
};
