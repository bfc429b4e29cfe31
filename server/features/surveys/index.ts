import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { CampaignFields, SortingAsked } from "#wire/surveys.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { answerPage } from "./answer-page.ts";
import { answerSurvey, type GivenPaper } from "./answer.ts";
import { campaignPage, coordinatePage, surveysPage } from "./campaign-pages.ts";
import {
  addSurvey,
  changeCampaign,
  createCampaign,
  leaveCampaign,
  namePerson,
  publishCampaign,
} from "./change-campaign.ts";
import {
  correctSurvey,
  deleteQuestion,
  moveQuestion,
  reviewLanguage,
  saveHead,
  saveQuestion,
} from "./change-design.ts";
import { closeEarly } from "./close.ts";
import { designPage } from "./design-page.ts";
import { fieldPage } from "./field-page.ts";
import { keepSurveys } from "./keep.ts";
import { launchSurvey, remindOfSurvey } from "./launch.ts";
import { openCsv, openJson } from "./open-data.ts";
import { publishResults, resultsPage, sayWhatBecame } from "./results.ts";
import {
  addDemand,
  changeDemand,
  dropDemand,
  setTextAside,
  sortText,
  takeTextBack,
} from "./sort.ts";
import { sortingPage } from "./sorting-page.ts";

/** A use-case with the platform bound. */
type Bound<I, R> = (actor: Actor, input: I) => R;

/** Campaigns of the workers' assembly and their surveys: asked, answered, counted once, sorted. */
export function createSurveysFeature(platform: Platform) {
  const sealing = createSealing(platform.env);
  const on =
    <I, R>(useCase: (platform: Platform, actor: Actor, input: I) => R): Bound<I, R> =>
    (actor, input) =>
      useCase(platform, actor, input);
  return {
    page: on(surveysPage),
    campaign: on(campaignPage),
    coordination: on(coordinatePage),
    answering: (actor: Actor, slug: string) => answerPage(platform, sealing, actor, slug),
    answer: (actor: Actor, given: GivenPaper) => answerSurvey(platform, sealing, actor, given),
    design: on(designPage),
    field: on(fieldPage),
    sorting: (actor: Actor, asked: SortingAsked & { slug: string }) =>
      sortingPage(platform, actor, asked),
    results: on(resultsPage),
    openJson: on(openJson),
    openCsv: (actor: Actor, asked: { slug: string; language: Language }) =>
      openCsv(platform, actor, asked),
    create: (actor: Actor, fields: CampaignFields) => createCampaign(platform, actor, fields),
    tend: {
      change: on(changeCampaign),
      publish: on(publishCampaign),
      name: on(namePerson),
      leave: on(leaveCampaign),
      addSurvey: on(addSurvey),
    },
    redesign: {
      head: on(saveHead),
      question: on(saveQuestion),
      move: on(moveQuestion),
      delete: on(deleteQuestion),
      review: on(reviewLanguage),
      correct: on(correctSurvey),
      launch: on(launchSurvey),
    },
    run: {
      remind: on(remindOfSurvey),
      closeEarly: (actor: Actor, input: { slug: string; reason: string }) =>
        closeEarly(platform, sealing, actor, input),
      publish: on(publishResults),
      became: on(sayWhatBecame),
    },
    sort: {
      addDemand: on(addDemand),
      changeDemand: on(changeDemand),
      dropDemand: on(dropDemand),
      place: on(sortText),
      setAside: on(setTextAside),
      takeBack: on(takeTextBack),
    },
    /** Job process: closes, pours, forgets. */
    keep: () => keepSurveys(platform, sealing),
  };
}
