import assembly from "./en/assembly.json" with { type: "json" };
import ballotBox from "./en/ballot-box.json" with { type: "json" };
import ballotForms from "./en/ballot-forms.json" with { type: "json" };
import checkIn from "./en/check-in.json" with { type: "json" };
import codevSession from "./en/codev-session.json" with { type: "json" };
import codev from "./en/codev.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import convocation from "./en/convocation.json" with { type: "json" };
import decisions from "./en/decisions.json" with { type: "json" };
import designer from "./en/designer.json" with { type: "json" };
import figures from "./en/figures.json" with { type: "json" };
import floor from "./en/floor.json" with { type: "json" };
import labWork from "./en/lab-work.json" with { type: "json" };
import ledger from "./en/ledger.json" with { type: "json" };
import home from "./en/home.json" with { type: "json" };
import liveSession from "./en/live-session.json" with { type: "json" };
import mandates from "./en/mandates.json" with { type: "json" };
import membership from "./en/membership.json" with { type: "json" };
import minutes from "./en/minutes.json" with { type: "json" };
import personas from "./en/personas.json" with { type: "json" };
import polls from "./en/polls.json" with { type: "json" };
import proposalSources from "./en/proposal-sources.json" with { type: "json" };
import questions from "./en/questions.json" with { type: "json" };
import programme from "./en/programme.json" with { type: "json" };
import recount from "./en/recount.json" with { type: "json" };
import refusalsBallot from "./en/refusals-ballot.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };
import rehearsal from "./en/rehearsal.json" with { type: "json" };
import reports from "./en/reports.json" with { type: "json" };
import results from "./en/results.json" with { type: "json" };
import signIn from "./en/sign-in.json" with { type: "json" };
import smartlab from "./en/smartlab.json" with { type: "json" };
import stage from "./en/stage.json" with { type: "json" };
import surveys from "./en/surveys.json" with { type: "json" };
import urns from "./en/urns.json" with { type: "json" };
import workersAssembly from "./en/workers-assembly.json" with { type: "json" };
import workersRanking from "./en/workers-ranking.json" with { type: "json" };
import workersDay from "./en/workers-day.json" with { type: "json" };
import workersBook from "./en/workers-book.json" with { type: "json" };
import workersOrganise from "./en/workers-organise.json" with { type: "json" };

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
