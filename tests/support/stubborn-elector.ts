import { setTimeout as pause } from "node:timers/promises";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import type {
  BallotAnswer,
  CredentialAnswer,
  SealedBallot,
  UrnKeys,
} from "../../app/wire/secret-ballots.ts";
import {
  blindCredential,
  finishCredential,
  httpBallotBox,
  sealedBallot,
  type BallotBox,
  type BlindCredential,
  type Credential,
} from "./secret-elector.ts";

const RETRY_MS = 200;
/** Shorter than the server's own patience: some requests are on their way twice. */
const TIMEOUT_MS = 3_000;
/** Longer than anything that is killed takes to come back. */
const PATIENCE_MS = 180_000;

/** What is kept of one vote, as the browser's storage keeps it. */
type Kept = {
  urn: UrnKeys;
  blind: BlindCredential;
  credential?: Credential;
  batchSize?: number;
  revision: number;
  /** The last ballot the urn has acknowledged, and what it says. */
  cast?: { ballot: SealedBallot; content: BallotContent };
};

/**
 * An elector whose browser keeps its storage: whatever is sent was kept before, and the very same
 * bytes are sent again until an answer comes.
 */
export class StubbornElector {
  readonly kept = new Map<string, Kept>();
  private readonly box: BallotBox;

  constructor(
    url: string,
    readonly personId: string,
    cookie: string,
  ) {
    this.box = httpBallotBox(url, cookie, TIMEOUT_MS);
  }

  /** Makes a credential for this vote and keeps it, before anything is asked. */
  async prepare(urn: UrnKeys): Promise<void> {
    this.kept.set(urn.decisionId, { urn, blind: await blindCredential(urn), revision: 0 });
  }

  /** What the server says about the credential kept for this vote. */
  async ask(decisionId: string): Promise<CredentialAnswer> {
    const { keyId, blinded } = this.of(decisionId).blind;
    const request = { decisionId, electorId: this.personId, keyId, blinded };
    return untilAnswered(async () => {
      const [answer] = await this.box.issue({ requests: [request], assisted: false });
      if (!answer) throw new Error("no answer");
      return answer;
    });
  }

  /** Holds a credential for this vote afterwards, however long that takes. */
  async takeCredential(decisionId: string): Promise<void> {
    const kept = this.of(decisionId);
    for (;;) {
      const answer = await this.ask(decisionId);
      if (answer.state === "refused") throw new Error(`no credential: ${answer.code}`);
      if (answer.state === "signed") {
        kept.credential = await finishCredential(kept.urn, kept.blind, answer.blindSignature);
        kept.batchSize = answer.batchSize;
        return;
      }
      await pause(RETRY_MS);
    }
  }

  /** Casts, or casts again; answers what the urn said at last. */
  async cast(decisionId: string, content: BallotContent): Promise<BallotAnswer> {
    const kept = this.of(decisionId);
    if (!kept.credential) throw new Error("no credential to cast with");
    kept.revision += 1;
    const ballot = await sealedBallot(kept.urn, kept.credential, content, kept.revision);
    const answer = await untilAnswered(async () => {
      const said = await this.box.cast(decisionId, ballot);
      // An outage speaks JSON too, but says nothing about the ballot.
      if (typeof said.ok !== "boolean") throw new Error("no answer");
      return said;
    });
    if (answer.ok) kept.cast = { ballot, content };
    return answer;
  }

  of(decisionId: string): Kept {
    const kept = this.kept.get(decisionId);
    if (!kept) throw new Error("nothing is kept for this vote");
    return kept;
  }
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(RETRY_MS);
    }
  }
}
