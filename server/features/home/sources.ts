import { codevHome } from "../codev/home.ts";
import { ledgerHome } from "../ledger/home.ts";
import { owedAnswersHome, questionsHome } from "../live-session/home.ts";
import { mandatesHome } from "../mandates/home.ts";
import { noticesHome } from "../notifications/home.ts";
import { programmeHome } from "../programme/home.ts";
import { smartlabHome } from "../smartlab/home.ts";
import { labWorkHome } from "../smartlab/work/home.ts";
import { surveysHome } from "../surveys/home.ts";
import { proposalsHome } from "../workers-assembly/proposals/home.ts";
import { rankingHome } from "../workers-assembly/ranking/home.ts";
import type { HomeSource } from "./source.ts";

/** Every feature that has something to say on somebody's home. */
export const HOME_SOURCES: readonly HomeSource[] = [
  mandatesHome,
  programmeHome,
  smartlabHome,
  labWorkHome,
  codevHome,
  surveysHome,
  proposalsHome,
  rankingHome,
  ledgerHome,
  owedAnswersHome,
  questionsHome,
  noticesHome,
];
