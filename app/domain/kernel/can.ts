import type { Actor, Body, Role } from "./actor.ts";
import { isApart, mayEnterApart } from "./apart.ts";

/** Everything that asks for a right. */
export const ACTIONS = [
  "register.read",
  "register.import",
  "role.grant",
  "person.help-sign-in",
  "assembly.create",
  "assembly.prepare",
  "assembly.convene",
  "assembly.read",
  "session.enter",
  "session.chair",
  "session.moderate",
  "session.note-answers",
  "session.show-screen",
  "session.rehearse",
  "session.read-aloud",
  "floor.queue",
  "poll.run",
  "poll.answer",
  "notice.send",
  "incident.note",
  "question.write",
  "question.support",
  "question.write-for",
  "question.translate",
  "question.judge-appeal",
  "questions.arrange",
  "questions.draw-slot",
  "questions.read-journal",
  "decision.prepare",
  "decision.open",
  "decision.close",
  "decision.publish",
  "decision.draw-lot",
  "decision.cast-tie",
  "decision.reset",
  "decision.cast",
  "decision.see-uncounted",
  "urn.keep",
  "urn.watch",
  "urn.restart",
  "urn.ask-opening",
  "ballot.assist",
  "paper.give",
  "paper.enter",
  "mandate.give",
  "mandate.list",
  "mandate.register",
  "minutes.read",
  "minutes.watch",
  "minutes.write",
  "door.keep",
  "entry.show",
  "attendance.export",
  "programme.register",
  "programme.arrange",
  "programme.note",
  "programme.synthesise",
  "solicitation.arrange",
  "proof.read",
  "lab.propose",
  "lab.join",
  "lab.support",
  "lab.work",
  "codev.apply",
  "codev.join-pool",
  "codev.organise",
  "codev.take-part",
  "codev.keep-files",
  "ledger.support",
  "ledger.write",
  "ledger.answer-board",
  "ledger.answer-assembly",
  "ledger.answer-advocacy",
  "ledger.follow",
  "ledger.contest",
  "campaign.create",
  "survey.answer",
  "debate.facilitate",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What the action is about: the body it happens in. */
export type Subject = { body: Body };

type Rule =
  | "everybody"
  | "signed-in"
  | "member"
  /** Any of these roles, in the subject's body or in the cooperative as a whole. */
  | readonly Role[];

// The whole table of rights. "decision.cast" only says who may try: the roll says who may vote.
const RIGHTS: Record<Action, Rule> = {
  "register.read": ["register_keeper", "organiser"],
  "register.import": ["register_keeper"],
  "role.grant": ["organiser"],
  "person.help-sign-in": ["desk", "register_keeper", "organiser"],
  "assembly.create": ["organiser"],
  "assembly.prepare": ["organiser", "secretary"],
  // Sends the convocation and the passes, and lets guests watch: never among workers (apart.ts).
  "assembly.convene": ["organiser", "secretary"],
  "assembly.read": "everybody",
  "session.enter": "signed-in",
  "session.chair": ["chair"],
  "session.moderate": ["moderator"],
  "session.note-answers": ["secretary"],
  // Takes the machine for a minute or two.
  "session.rehearse": ["organiser"],
  "session.show-screen": ["chair", "organiser", "secretary", "moderator"],
  // Lends a voice to those who are not in the room, and hears the stream for the chair.
  // Notes the hand of a voice in a room, and takes one down that is not answered.
  "floor.queue": ["chair", "moderator", "secretary", "steward"],
  "poll.run": ["chair", "moderator"],
  "poll.answer": "signed-in",
  "session.read-aloud": ["moderator", "facilitator", "secretary", "chair"],
  "notice.send": ["chair", "secretary", "organiser"],
  "incident.note": ["chair", "secretary", "organiser"],
  "question.write": "signed-in",
  "question.support": "signed-in",
  // Types what somebody said or wrote on paper at a stop.
  "question.write-for": ["moderator", "facilitator"],
  "question.translate": ["moderator", "secretary", "facilitator"],
  // Whoever had a hand in the question, or answers for the cooperative, is kept out by appeal.ts.
  "question.judge-appeal": ["scrutineer", "moderator", "facilitator"],
  "questions.arrange": ["chair", "organiser", "secretary"],
  "questions.draw-slot": ["chair", "moderator"],
  "questions.read-journal": ["moderator", "secretary", "scrutineer"],
  "decision.prepare": ["organiser", "secretary"],
  "decision.open": ["chair"],
  "decision.close": ["chair"],
  "decision.publish": ["chair"],
  // Who throws the dice in public and types what they show.
  "decision.draw-lot": ["chair", "scrutineer"],
  "decision.cast-tie": ["chair"],
  "decision.reset": ["organiser", "secretary"],
  "decision.cast": "signed-in",
  "decision.see-uncounted": ["chair", "secretary", "scrutineer"],
  // Join the ceremony, deal, confirm, give a share, attest.
  "urn.keep": ["scrutineer"],
  "urn.watch": ["scrutineer", "chair", "organiser", "secretary"],
  "urn.restart": ["organiser", "secretary"],
  "urn.ask-opening": ["chair"],
  "ballot.assist": ["desk"],
  "paper.give": ["desk"],
  "paper.enter": ["desk", "scrutineer", "secretary"],
  // Whether the statutes allow it, and whose voice it is, is asked of the assembly.
  "mandate.give": "signed-in",
  "mandate.list": ["chair", "secretary", "scrutineer", "organiser", "desk"],
  // Written ones, handed over at the desk.
  "mandate.register": ["desk", "secretary"],
  "minutes.read": "signed-in",
  // While they are a draft.
  "minutes.watch": ["chair", "secretary", "scrutineer", "organiser"],
  "minutes.write": ["secretary"],
  // Lets people in at a door, with the list of those who may.
  "door.keep": ["steward", "desk", "secretary", "organiser"],
  // The poster of a site and the code of its room.
  "entry.show": ["steward", "desk", "chair", "organiser", "secretary", "moderator"],
  // Names with hours: an annex of the minutes, for those who answer for it.
  "attendance.export": ["secretary", "organiser", "scrutineer"],
  "programme.register": "signed-in",
  // Makes, changes and cancels sessions and sites.
  "programme.arrange": ["organiser", "secretary"],
  // A session's own rapporteur may besides: asked of the session.
  "programme.note": ["facilitator", "secretary", "organiser"],
  "programme.synthesise": ["facilitator", "secretary", "organiser"],
  // Asks something of many members, and says what became of it.
  "solicitation.arrange": ["organiser"],
  // Whom what law or statutes ask for was sent to, and whether it arrived.
  "proof.read": ["organiser", "secretary"],
  "lab.propose": "signed-in",
  "lab.join": "signed-in",
  // Opens labs, goes along with them, sees how they do. What its own people may is asked of the lab.
  "lab.support": ["support_staff", "organiser"],
  // Whether they have a place in the lab is asked of it.
  "lab.work": "signed-in",
  "codev.apply": "member",
  // Members and the support team: which of the two is asked of the register.
  "codev.join-pool": "signed-in",
  // Forms groups and pairs; of what takes place in them they learn four things (rules 2.4).
  "codev.organise": ["organiser"],
  // What somebody is to a group and to a session of it is asked of the group.
  "codev.take-part": "signed-in",
  // The support team says whose file each follows: whether one is of it is asked of the register.
  "codev.keep-files": "signed-in",
  "ledger.support": "signed-in",
  // Writes down what a working group recommends.
  "ledger.write": ["facilitator", "secretary", "organiser"],
  // Who may answer is told of what waits for an answer: domain/ledger/answerers.ts.
  "ledger.answer-board": ["director"],
  "ledger.answer-assembly": ["organiser"],
  "ledger.answer-advocacy": ["support_staff", "organiser"],
  // Says how far what was promised has come.
  "ledger.follow": ["director", "support_staff", "organiser"],
  // For the assembly, and never by those who answer.
  "ledger.contest": ["facilitator"],
  // Begins one and hands it over: its own workers coordinate it, and nobody by a right of the platform.
  "campaign.create": ["organiser"],
  // Whether they are among those who are asked is asked of the survey.
  "survey.answer": "signed-in",
  // Leads the debates of a workers' assembly; one of them may have a facilitator of its own besides.
  "debate.facilitate": ["facilitator", "moderator", "chair"],
};

/**
 * Whether an actor may do something to a subject. Pure; used by the server before every use-case
 * and by pages to show only what will work. The system may do everything: it acts for a schedule,
 * never for a person. In an assembly of workers nobody may anything who is not of it: "everybody"
 * and "signed-in" mean its own people there.
 */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (actor.kind === "system") return true;
  const assemblyId = subject.body.replace("assembly:", "");
  const apart = isApart(assemblyId);
  if (apart && (actor.kind !== "person" || !mayEnterApart(actor.apart, action, assemblyId))) {
    return false;
  }
  const rule = RIGHTS[action];
  if (rule === "everybody") return true;
  if (actor.kind === "anonymous") return false;
  if (rule === "signed-in") return true;
  if (rule === "member") return actor.isMember;
  return actor.grants.some(
    (grant) =>
      rule.includes(grant.role) &&
      // No right over the whole platform reaches an assembly of workers.
      (grant.body === subject.body || (grant.body === "cooperative" && !apart)),
  );
}

export const COOPERATIVE: Subject = { body: "cooperative" };

export function assemblySubject(assemblyId: string): Subject {
  return { body: `assembly:${assemblyId}` };
}
