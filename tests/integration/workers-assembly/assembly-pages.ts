import type { Actor } from "#domain/kernel/actor.ts";
import type { Api } from "#server/container.ts";

type Of = { slug: string; assemblyId: string; decisionId: string };
type Read = (actor: Actor) => unknown;

/** Every page and file of an assembly, its votes and its machinery, by what it is. */
export function assemblyPages(
  api: Api,
  { slug, assemblyId, decisionId }: Of,
): Record<string, Read> {
  const { assembly, liveSession, decisions, minutes, checkIn, programme, mandates } = api;
  const { questions } = liveSession;
  const sessions = (["member", "moderator", "chair", "screen"] as const).map(
    (audience): [string, Read] => [
      `session for ${audience}`,
      (actor) => liveSession.page(actor, slug, audience),
    ],
  );
  return {
    ...Object.fromEntries(sessions),
    assembly: (actor) => assembly.assemblyPage(actor, slug),
    moderation: (actor) => liveSession.moderationLog(actor, assemblyId),
    answers: (actor) => questions.answers(actor, slug),
    "account of questions": (actor) => questions.account(actor, slug),
    "journal of questions": (actor) => questions.journal(actor, slug),
    decision: (actor) => decisions.page(actor, decisionId),
    report: (actor) => decisions.report(actor, decisionId),
    comparison: (actor) => decisions.results.comparison(actor, decisionId),
    draft: (actor) => decisions.designer.draft(actor, decisionId),
    designer: (actor) => decisions.designer.assembly(actor, slug),
    board: (actor) => decisions.urns.board(actor, { decisionId, page: 1, words: "" }),
    bundle: (actor) => decisions.urns.bundle(actor, decisionId),
    ceremony: (actor) => decisions.urns.ceremony(actor, slug),
    "paper desk": (actor) => decisions.urns.paperDesk(actor, slug),
    "electors on paper": (actor) => decisions.urns.paperElectors(actor, { slug, query: "a" }),
    minutes: (actor) => minutes.page(actor, slug),
    "minutes as a file": (actor) => minutes.file(actor, slug),
    recap: (actor) => minutes.recap(actor, slug),
    reconciliation: (actor) => minutes.reconciliation(actor, slug),
    mandates: (actor) => mandates.page(actor, slug),
    presence: (actor) => checkIn.presenceDay(actor, { slug }),
    attendance: (actor) => checkIn.attendanceCsv(actor, slug, "fr"),
    "list at the door": (actor) => checkIn.doorList(actor, { slug }),
    door: (actor) => checkIn.doorPage(actor, { slug, query: "" }),
    posters: (actor) => checkIn.posters(actor, { slug }),
    pass: (actor) => checkIn.ownPass(actor, slug),
    guests: () => checkIn.guestView(slug),
    programme: (actor) => programme.page(actor, slug),
    "programme to change": (actor) => programme.edit(actor, slug),
    convocation: (actor) => api.convocation.page(actor, slug),
  };
}
