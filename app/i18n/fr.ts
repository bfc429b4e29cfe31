import assembly from "./fr/assembly.json" with { type: "json" };
import ballotBox from "./fr/ballot-box.json" with { type: "json" };
import ballotForms from "./fr/ballot-forms.json" with { type: "json" };
import checkIn from "./fr/check-in.json" with { type: "json" };
import codevSession from "./fr/codev-session.json" with { type: "json" };
import codev from "./fr/codev.json" with { type: "json" };
import common from "./fr/common.json" with { type: "json" };
import convocation from "./fr/convocation.json" with { type: "json" };
import decisions from "./fr/decisions.json" with { type: "json" };
import designer from "./fr/designer.json" with { type: "json" };
import figures from "./fr/figures.json" with { type: "json" };
import floor from "./fr/floor.json" with { type: "json" };
import labWork from "./fr/lab-work.json" with { type: "json" };
import ledger from "./fr/ledger.json" with { type: "json" };
import home from "./fr/home.json" with { type: "json" };
import liveSession from "./fr/live-session.json" with { type: "json" };
import mandates from "./fr/mandates.json" with { type: "json" };
import membership from "./fr/membership.json" with { type: "json" };
import minutes from "./fr/minutes.json" with { type: "json" };
import personas from "./fr/personas.json" with { type: "json" };
import polls from "./fr/polls.json" with { type: "json" };
import proposalSources from "./fr/proposal-sources.json" with { type: "json" };
import questions from "./fr/questions.json" with { type: "json" };
import programme from "./fr/programme.json" with { type: "json" };
import recount from "./fr/recount.json" with { type: "json" };
import refusalsBallot from "./fr/refusals-ballot.json" with { type: "json" };
import refusals from "./fr/refusals.json" with { type: "json" };
import rehearsal from "./fr/rehearsal.json" with { type: "json" };
import reports from "./fr/reports.json" with { type: "json" };
import results from "./fr/results.json" with { type: "json" };
import signIn from "./fr/sign-in.json" with { type: "json" };
import smartlab from "./fr/smartlab.json" with { type: "json" };
import stage from "./fr/stage.json" with { type: "json" };
import surveys from "./fr/surveys.json" with { type: "json" };
import urns from "./fr/urns.json" with { type: "json" };
import workersAssembly from "./fr/workers-assembly.json" with { type: "json" };
import workersRanking from "./fr/workers-ranking.json" with { type: "json" };
import workersDay from "./fr/workers-day.json" with { type: "json" };
import workersBook from "./fr/workers-book.json" with { type: "json" };
import workersOrganise from "./fr/workers-organise.json" with { type: "json" };

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
