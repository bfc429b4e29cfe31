import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { Translated } from "../domain/kernel/languages.ts";
import type { Ledger } from "./secret-ballots.ts";

/** One sealed ballot of a closed urn. Bytes are hexadecimal. */
export type BoardEntry = {
  /** 1 for the first in the board's order, which is the order of the credentials. */
  place: number;
  credential: string;
  /** SHA-256 of credential and sealed ballot; its first 44 bits are the receipt's four words. */
  fingerprint: string;
  revision: number;
  /** Numbers of the four words, the same in every list. */
  words: [number, number, number, number];
};

/** A page of the board, or what four words lead to. */
export type BoardPage = {
  decision: {
    id: string;
    title: Translated;
    phase: DecisionPhase;
    seal: "server" | "scrutineers";
    assembly: { slug: string; title: Translated };
  };
  stage: "sealed" | "opened";
  /** The fingerprint of the board and of the ledger, hexadecimal. */
  head: string;
  size: number;
  ledger: Ledger;
  /** Blank and invalid ballots, once the count may be seen. */
  opened?: { blank: number; invalid: number };
  /** Names of the scrutineers who signed the opening. */
  attestedBy: string[];
  /** Whether the bundle can be fetched by this reader. */
  bundle: boolean;
  page: number;
  pages: number;
  entries: BoardEntry[];
  /** Where words were searched for: what they lead to, mostly one entry or none. */
  found?: BoardEntry[];
};

/** "Was a vote taken in my name?", answered from the roll. */
export type RollAnswer = {
  electorId: string;
  name: string;
  self: boolean;
  entitled: boolean;
  /** How the roll was marked; missing: nobody took a ballot in this name. */
  channel?: "online" | "assisted" | "paper" | "no_script";
};
