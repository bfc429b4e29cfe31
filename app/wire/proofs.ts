import { z } from "zod";

/** What became of one mail that law or statutes ask for. */
export const SENDING_STATES = ["waiting", "taken", "bounced", "given-up", "no-address"] as const;
export type SendingState = (typeof SENDING_STATES)[number];

/** Something that law or statutes ask for, as it was sent to many. */
export type SendingCard = {
  /** The key of the notices; of a convocation the path of its own page. */
  of: { key: string } | { page: string };
  subject: string;
  /** ISO instant of the first one. */
  at: string;
  counts: Record<SendingState, number>;
};

/** The proof of one mail to one person. */
export type SendingLine = {
  personId: string;
  name: string;
  registerNo: string;
  recipient: string;
  language: string;
  /** ISO instants. */
  writtenAt: string;
  state: SendingState;
  stateAt?: string;
  /** SHA-256 of subject, empty line and text as sent, in hex. */
  hash: string;
};

export type SendingsPage = {
  /** The latest first. */
  sendings: SendingCard[];
  /** Where the next page begins (ISO instant). */
  next?: string;
};

export type SendingPage = {
  key: string;
  subject: string;
  at: string;
  counts: Record<SendingState, number>;
  /** Lines in this state alone. */
  state?: SendingState;
  lines: SendingLine[];
  next?: string;
};

/** What the addresses of proofs carry. */
export const ProofQuery = z.object({
  key: z.string().min(1).max(200),
  state: z.enum(SENDING_STATES).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type ProofQuery = z.infer<typeof ProofQuery>;

export const ProofsQuery = z.object({ before: z.iso.datetime().optional().catch(undefined) });
