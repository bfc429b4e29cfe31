import assembly from "./de/assembly.json" with { type: "json" };
import ballotBox from "./de/ballot-box.json" with { type: "json" };
import ballotForms from "./de/ballot-forms.json" with { type: "json" };
import checkIn from "./de/check-in.json" with { type: "json" };
import codevSession from "./de/codev-session.json" with { type: "json" };
import codev from "./de/codev.json" with { type: "json" };
import common from "./de/common.json" with { type: "json" };
import convocation from "./de/convocation.json" with { type: "json" };
import decisions from "./de/decisions.json" with { type: "json" };
import designer from "./de/designer.json" with { type: "json" };
import figures from "./de/figures.json" with { type: "json" };
import floor from "./de/floor.json" with { type: "json" };
import labWork from "./de/lab-work.json" with { type: "json" };
import ledger from "./de/ledger.json" with { type: "json" };
import home from "./de/home.json" with { type: "json" };
import liveSession from "./de/live-session.json" with { type: "json" };
import mandates from "./de/mandates.json" with { type: "json" };
import membership from "./de/membership.json" with { type: "json" };
import minutes from "./de/minutes.json" with { type: "json" };
import personas from "./de/personas.json" with { type: "json" };
import polls from "./de/polls.json" with { type: "json" };
import proposalSources from "./de/proposal-sources.json" with { type: "json" };
import questions from "./de/questions.json" with { type: "json" };
import programme from "./de/programme.json" with { type: "json" };
import recount from "./de/recount.json" with { type: "json" };
import refusalsBallot from "./de/refusals-ballot.json" with { type: "json" };
import refusals from "./de/refusals.json" with { type: "json" };
import rehearsal from "./de/rehearsal.json" with { type: "json" };
import reports from "./de/reports.json" with { type: "json" };
import results from "./de/results.json" with { type: "json" };
import signIn from "./de/sign-in.json" with { type: "json" };
import smartlab from "./de/smartlab.json" with { type: "json" };
import stage from "./de/stage.json" with { type: "json" };
import surveys from "./de/surveys.json" with { type: "json" };
import urns from "./de/urns.json" with { type: "json" };
import workersAssembly from "./de/workers-assembly.json" with { type: "json" };
import workersRanking from "./de/workers-ranking.json" with { type: "json" };
import workersDay from "./de/workers-day.json" with { type: "json" };
import workersBook from "./de/workers-book.json" with { type: "json" };
import workersOrganise from "./de/workers-organise.json" with { type: "json" };

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
