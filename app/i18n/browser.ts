import { type BackendModule, createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { isLanguage } from "#domain/kernel/languages.ts";
import { CORE, frenchSpaces, optionsFor } from "./options.ts";

// One small file a language and slug. Mails are written on the server alone.
const FILES = import.meta.glob<{ default: Record<string, unknown> }>([
  "./*/*.json",
  "!./*/notifications.json",
]);

/**
 * Parts of an address where sentences of other slugs are said too. What a page says at once must be
 * here: a page that waits for its words while it wakes up is thrown away and drawn again. Anything
 * else is fetched when it is first said.
 */
const ALONGSIDE: Record<string, string[]> = {
  "": ["assembly", "home"],
  account: ["membership"],
  answers: ["questions", "live-session"],
  assisted: ["urns", "ballot-box", "ballot-forms", "decisions"],
  book: ["workers-book", "ledger", "live-session", "programme"],
  board: ["ballot-box", "ballot-forms", "results", "urns"],
  chair: ["mandates", "urns"],
  convocation: ["programme", "live-session"],
  coordinate: ["ledger"],
  day: ["workers-day", "live-session"],
  dev: ["sign-in"],
  e: ["check-in"],
  edit: ["refusals", "designer", "membership", "ballot-forms", "results"],
  ledger: ["live-session"],
  "live-session": [
    "check-in",
    "questions",
    "floor",
    "stage",
    "polls",
    "decisions",
    "ballot-box",
    "results",
  ],
  minutes: ["decisions", "results"],
  new: ["refusals", "designer", "live-session", "ballot-forms", "results"],
  opening: ["workers-book", "ledger"],
  paper: ["urns", "ballot-forms"],
  pass: ["check-in", "live-session"],
  plan: ["surveys"],
  recap: ["minutes", "live-session", "decisions", "results"],
  programme: ["live-session", "proposal-sources"],
  questions: ["live-session"],
  ranking: ["workers-ranking"],
  receipt: ["ballot-box", "ballot-forms", "results"],
  reconciliation: ["minutes"],
  recount: ["decisions"],
  reports: ["figures"],
  result: ["ballot-box", "ballot-forms", "results"],
  results: ["minutes"],
  review: ["ballot-box", "ballot-forms", "results"],
  s: ["check-in", "live-session"],
  screen: ["urns"],
  notifications: ["home"],
  solicitations: ["home"],
  unsubscribe: ["home"],
  secret: ["ballot-box", "ballot-forms", "results"],
  secretary: ["urns"],
  "sign-in": ["personas"],
  smartlab: ["lab-work", "live-session", "programme", "proposal-sources"],
  surveys: ["programme"],
  turnout: ["results"],
  "workers-assembly": ["live-session"],
};

const backend: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, slug, done) => {
    const load = FILES[`./${language}/${slug}.json`];
    if (!load) {
      done(new Error(`no catalogue ${slug}`), null);
      return;
    }
    load().then(
      ({ default: sentences }) => done(null, sentences),
      (error: Error) => done(error, null),
    );
  },
};

/**
 * The reader's language alone, and of it the sentences of the place at hand (parts of an address are
 * slugs), and `words`: slugs that the page itself asked for. What another page needs is fetched on the way there: it waits, suspended,
 * while the page before stays.
 */
export async function loadTranslator(
  tag: string,
  path: string,
  words: readonly string[] = [],
): Promise<i18n> {
  const language = isLanguage(tag) ? tag : "fr";
  const parts = path.split("/").slice(1);
  // What a ballot can be refused for is in the core: it is loaded on phones, and weighs.
  const rest = parts[0] === "decisions" ? [] : ["refusals"];
  const beside = parts.flatMap((part) => ALONGSIDE[part] ?? []);
  const said = [...CORE, ...rest, ...words, ...parts, ...beside];
  const slugs = [...new Set(said)].filter((name) => `./${language}/${name}.json` in FILES);
  const instance = createInstance();
  await instance
    .use(backend)
    .use(initReactI18next)
    .use(frenchSpaces)
    .init({ ...optionsFor(language), ns: slugs });
  return instance;
}
