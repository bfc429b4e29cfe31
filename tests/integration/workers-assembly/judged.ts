import type { Actor } from "#domain/kernel/actor.ts";
import type { LineWorld } from "./line-world.ts";

type Feature = LineWorld["feature"];
/** What an outsider would name in an address or a command. */
export type Target = {
  slug: string;
  campaign: string;
  proposalId: string;
  debateId: string;
  /** What the debated proposal is called. */
  code: string;
};

/** Every function of the feature, by its path; its commands stand apart. */
export function functionsOf(feature: Feature): string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "function") found.push(path);
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, path ? `${path}.${name}` : name);
    }
  };
  walk({ ...feature, commands: undefined }, "");
  return found;
}

const FR = { language: "fr" } as const;
const BOOK_FILES = ["json", "csv", "md", "pdf"] as const;
const UUID = "00000000-0000-4000-8000-000000000000";

type Read = (feature: Feature, actor: Actor, at: Target) => unknown;

/** What can be read, and how an outsider asks for it. */
export const READS: Record<string, Read> = {
  "proposals.editions": ({ proposals }, actor) => proposals.editions(actor, {}),
  "proposals.line": ({ proposals }, actor, { slug }) => proposals.line(actor, slug),
  "proposals.wall": ({ proposals }, actor, { slug }) =>
    proposals.wall(actor, { slug, ...FR, asked: {} }),
  "proposals.proposing": ({ proposals }, actor, { slug }) =>
    proposals.proposing(actor, { slug, ...FR, asked: {} }),
  "proposals.similar": ({ proposals }, _, { slug }) =>
    proposals.similar(slug, { language: "fr", text: "Un préavis" }),
  "proposals.proposal": ({ proposals }, actor, { slug, proposalId }) =>
    proposals.proposal(actor, { slug, ...FR, code: proposalId }),
  "proposals.desk": ({ proposals }, actor, { slug }) => proposals.desk(actor, slug, {}),
  "proposals.list": ({ proposals }, _, { slug }) => proposals.list(slug),
  "organise.page": ({ organise }, actor, { slug }) => organise.page(actor, slug),
  "organise.beginning": ({ organise }, actor) => organise.beginning(actor),
  "ranking.page": ({ ranking }, actor, { slug }) => ranking.page(actor, slug, {}),
  "ranking.planPage": ({ ranking }, actor, { slug }) => ranking.planPage(actor, slug),
  "ranking.result": ({ ranking }, actor, { slug }) => ranking.result(actor, slug),
  "ranking.head": ({ ranking }, actor, { slug }) => ranking.head(actor, slug),
  "day.page": ({ day }, actor, { slug }) => day.page(actor, { slug, language: "fr" }),
  "day.debate": ({ day }, actor, { slug, code }) => day.debate(actor, { slug, code }),
  "book.page": ({ book }, actor, { slug }) => book.page(actor, slug, {}),
  "book.edit": ({ book }, actor, { slug }) => book.edit(actor, slug),
  "book.file": ({ book }, _, { slug }) =>
    Promise.all(BOOK_FILES.map((format) => book.file(slug, {}, { format, language: "fr" }))),
  "book.previous": ({ book }, actor, { slug }) => book.previous(actor, slug, {}),
};

/** The same acts as commands of another name, for forms. */
export const FORMS = [
  ...["organise.begin", "organise.change", "organise.name", "organise.release"],
  ...["ranking.run.plan", "ranking.run.drawUp", "ranking.run.extend"],
];

/** Asked by the job process alone, or by the realtime server, which has a test of its own here. */
export const INWARD = [
  ...["jobs.proposals.compare", "proposals.enqueueMissing", "proposals.lapse"],
  "ranking.tell",
  ...["day.rooms.authorise", "day.rooms.view"],
];

const inFour = (name: string) =>
  Object.fromEntries(["fr", "nl", "de", "en"].map((one) => [`${name}.${one}`, ""]));
const TEXT = { sentence: "Un autre texte", paragraph: "Un autre paragraphe." };
const PROPOSAL = { kind: "demand", theme: "t1", city: "", language: "fr", ...TEXT };
const EDITION = {
  ...inFour("title"),
  "title.fr": "Une assemblée",
  place: "",
  meetsOn: "",
  seats: 8,
};

/** What each command carries when an outsider sends it. */
export const ACTS: Record<string, (at: Target) => object> = {
  "proposal.propose": ({ slug }) => ({ slug, seen: "on", ...PROPOSAL }),
  "proposal.change": ({ proposalId }) => ({ proposalId, revision: 0, ...PROPOSAL }),
  "proposal.withdraw": ({ proposalId }) => ({ proposalId }),
  "proposal.support": ({ proposalId }) => ({ proposalId }),
  "proposal.unsupport": ({ proposalId }) => ({ proposalId }),
  "proposal.answer-merge": () => ({ mergeId: UUID, agrees: "true" }),
  "proposal.answer-question": () => ({ questionId: UUID, answer: "Oui" }),
  "proposal.translate": ({ proposalId }) => ({ proposalId, language: "nl", revision: 0, ...TEXT }),
  "proposal.review": ({ proposalId }) => ({ proposalId, language: "nl", ...TEXT }),
  "proposal.ask-authors": ({ proposalId }) => ({ proposalId, question: "Qui êtes-vous ?" }),
  "proposal.compare": ({ slug }) => ({ slug }),
  "proposal.judge-pair": ({ slug, proposalId }) => ({
    ...{ slug, a: proposalId, b: UUID, verdict: "confirmed" },
  }),
  "proposal.offer-merge": ({ slug, proposalId }) => ({
    ...{ slug, part: { [proposalId]: "on", [UUID]: "on" }, ...PROPOSAL, answerBy: "2026-05-01" },
  }),
  "proposal.end-merge": () => ({ mergeId: UUID }),
  "proposal.freeze": ({ slug }) => ({ slug }),
  "workers-organise.begin": ({ campaign }) => ({ campaign, ...EDITION, "language.fr": "on" }),
  "workers-organise.change": ({ slug }) => ({
    ...{ slug, revision: 0, ...EDITION, "language.fr": "on" },
  }),
  "workers-organise.name": ({ slug }) => ({ slug, registerNo: "N1", office: "chair" }),
  "workers-organise.release": ({ slug }) => ({ slug, grantId: UUID }),
  "workers-ranking.plan": ({ slug }) => ({
    ...{ slug, method: "equal-shares", least: 1, most: 3, seal: "server" },
    ...{ opensAt: "", closesAt: "" },
  }),
  "workers-ranking.draw-up": ({ slug }) => ({ slug }),
  "workers-ranking.extend": ({ slug }) => ({
    ...{ slug, closesAt: "2026-06-01T18:00", reason: "Une panne", seen: 0 },
  }),
  "debate.set-up": ({ slug }) => ({ slug, startsAt: "2026-06-10T10:00", rooms: 1, minutes: 40 }),
  "debate.plan": ({ debateId }) => ({
    ...{ debateId, startsAt: "2026-06-10T10:00", minutes: 40, plenaryMinutes: 10 },
  }),
  "debate.draw-up": ({ slug }) => ({ slug, vote: "adoption" }),
  "debate.step": ({ debateId }) => ({ debateId, step: "react" }),
  "debate.lengthen": ({ debateId }) => ({ debateId, minutes: 5 }),
  "debate.name-me": ({ debateId }) => ({ debateId }),
  "debate.answer-word": ({ debateId }) => ({ debateId, number: 1, answer: "Oui" }),
  "debate.hide-word": ({ debateId }) => ({ debateId, number: 1, reason: "Non" }),
  "debate.settle-amendment": ({ debateId }) => ({
    ...{ debateId, number: 1, outcome: "declined", version: 1, ...TEXT, reason: "Non" },
  }),
  "debate.rewrite": ({ debateId }) => ({ debateId, version: 1, ...TEXT, reason: "Non" }),
  "debate.offer-change": ({ debateId }) => ({ debateId, number: 1 }),
  "debate.offer-note": ({ debateId }) => ({ debateId, number: 1, note: "Non" }),
  "debate.render": ({ debateId }) => ({ debateId, language: "nl", version: 1, ...TEXT }),
  "debate.review": ({ debateId }) => ({ debateId, language: "nl", version: 1 }),
  "debate.say": ({ debateId }) => ({ debateId, kind: "reaction", text: "Non" }),
  "debate.amend": ({ debateId }) => ({ debateId, version: 1, ...TEXT, why: "Non" }),
  "debate.withdraw-amendment": ({ debateId }) => ({ debateId, number: 1 }),
  "debate.object": ({ debateId }) => ({ debateId, ground: "harms-aim", because: "Non" }),
  "debate.withdraw-objection": ({ debateId }) => ({ debateId, number: 1 }),
  "debate.agree": ({ debateId }) => ({ debateId, number: 1, agree: true }),
  "workers-book.write": ({ slug }) => ({
    ...{ slug, revision: 0, present: "", ...inFour("foreword"), ...inFour("recruited") },
  }),
  "workers-book.publish": ({ slug }) => ({ slug, ...inFour("changed") }),
  "workers-book.transmit": ({ slug }) => ({ slug }),
  "workers-book.sign": ({ slug }) => ({ slug, named: "on" }),
  "workers-book.unsign": ({ slug }) => ({ slug }),
};
