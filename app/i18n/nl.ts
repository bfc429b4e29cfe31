import assembly from "./nl/assembly.json" with { type: "json" };
import ballotBox from "./nl/ballot-box.json" with { type: "json" };
import ballotForms from "./nl/ballot-forms.json" with { type: "json" };
import checkIn from "./nl/check-in.json" with { type: "json" };
import codevSession from "./nl/codev-session.json" with { type: "json" };
import codev from "./nl/codev.json" with { type: "json" };
import common from "./nl/common.json" with { type: "json" };
import convocation from "./nl/convocation.json" with { type: "json" };
import decisions from "./nl/decisions.json" with { type: "json" };
import designer from "./nl/designer.json" with { type: "json" };
import figures from "./nl/figures.json" with { type: "json" };
import floor from "./nl/floor.json" with { type: "json" };
import labWork from "./nl/lab-work.json" with { type: "json" };
import ledger from "./nl/ledger.json" with { type: "json" };
import home from "./nl/home.json" with { type: "json" };
import liveSession from "./nl/live-session.json" with { type: "json" };
import mandates from "./nl/mandates.json" with { type: "json" };
import membership from "./nl/membership.json" with { type: "json" };
import minutes from "./nl/minutes.json" with { type: "json" };
import personas from "./nl/personas.json" with { type: "json" };
import polls from "./nl/polls.json" with { type: "json" };
import proposalSources from "./nl/proposal-sources.json" with { type: "json" };
import questions from "./nl/questions.json" with { type: "json" };
import programme from "./nl/programme.json" with { type: "json" };
import recount from "./nl/recount.json" with { type: "json" };
import refusalsBallot from "./nl/refusals-ballot.json" with { type: "json" };
import refusals from "./nl/refusals.json" with { type: "json" };
import rehearsal from "./nl/rehearsal.json" with { type: "json" };
import reports from "./nl/reports.json" with { type: "json" };
import results from "./nl/results.json" with { type: "json" };
import signIn from "./nl/sign-in.json" with { type: "json" };
import smartlab from "./nl/smartlab.json" with { type: "json" };
import stage from "./nl/stage.json" with { type: "json" };
import surveys from "./nl/surveys.json" with { type: "json" };
import urns from "./nl/urns.json" with { type: "json" };
import workersAssembly from "./nl/workers-assembly.json" with { type: "json" };
import workersRanking from "./nl/workers-ranking.json" with { type: "json" };
import workersDay from "./nl/workers-day.json" with { type: "json" };
import workersBook from "./nl/workers-book.json" with { type: "json" };
import workersOrganise from "./nl/workers-organise.json" with { type: "json" };

/** Every sentence that a page says in this language, by slug. */
export default {
  assembly,
  "ballot-box": ballotBox,
  "ballot-forms": ballotForms,
  "check-in": checkIn,
  "codev-session": codevSession,
  codev,
  common,
  convocation,
  decisions,
  designer,
  figures,
  floor,
  "lab-work": labWork,
  ledger,
  home,
  "live-session": liveSession,
  mandates,
  membership,
  minutes,
  personas,
  programme,
  polls,
  "proposal-sources": proposalSources,
  questions,
  recount,
  refusals,
  "refusals-ballot": refusalsBallot,
  rehearsal,
  reports,
  results,
  "sign-in": signIn,
  smartlab,
  stage,
  surveys,
  urns,
  "workers-assembly": workersAssembly,
  "workers-ranking": workersRanking,
  "workers-day": workersDay,
  "workers-book": workersBook,
  "workers-organise": workersOrganise,
};
