import type { ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";

/**
 * What this browser keeps of one elector's ballot in one secret decision. Bytes are base64url. Only
 * this browser knows whose credential it is: the server signed it without seeing it.
 */
export type HeldBallot = {
  assemblyId: string;
  decisionId: string;
  electorId: string;
  /** The key that signs it. Where there is another one, credentials have started again. */
  keyId: string;
  /** The public point, and the private key (PKCS #8) that signs the ballot. */
  credential: string;
  privateKey: string;
  /** What was sent to be signed and what takes the blinding off again; until it is signed. */
  blinding?: { blinded: string; inverse: string };
  issueSignature?: string;
  /** How many received theirs at the same moment; 0: before the first vote opened. */
  batchSize?: number;
  /** The revision of the last ballot that was sealed here; the next is beyond it. */
  revision?: number;
  /** Written down before it is sent, until the urn has answered. */
  sending?: SealedCopy;
  /** The last one that the urn has acknowledged. */
  cast?: SealedCopy;
  /** One that the urn would not take any more: the board alone tells whether it had it before. */
  late?: SealedCopy;
  /** Why the urn did not take the last one, where no page was open any more to hear it. */
  notTaken?: string;
};

/** A sealed ballot as it was sent. What it says can be read from it by nobody, not even here. */
export type SealedCopy = {
  revision: number;
  sealed: string;
  signature: string;
  /** The numbers of the receipt's four words. */
  receipt: ReceiptNumbers;
};

/**
 * Whether this ballot can be cast under the key with this id. One that was sent can: credentials
 * start again only before the first vote opens.
 */
export function isUnder({ keyId, cast, sending, late }: HeldBallot, current: string): boolean {
  return keyId === current || Boolean(cast ?? sending ?? late);
}

/** By elector and decision. */
export type HeldBallots = Readonly<Record<string, HeldBallot>>;

const STORAGE_KEY = "palabre.credentials";
const NOTHING: HeldBallots = {};

export function heldKey(electorId: string, decisionId: string): string {
  return `${electorId}/${decisionId}`;
}

let read: { text: string | null; held: HeldBallots } = { text: null, held: NOTHING };
const listeners = new Set<() => void>();

/** Everything held here; the same object until something changes. */
export function heldBallots(): HeldBallots {
  const text = localStorage.getItem(STORAGE_KEY);
  if (text !== read.text) read = { text, held: text ? (JSON.parse(text) as HeldBallots) : NOTHING };
  return read.held;
}

/** Hears of changes by this tab and by others. */
export function listenToHeld(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/**
 * Changes what is held while no other tab does. What `change` returns is written before this
 * resolves: nothing may be sent that a crash could make the browser forget.
 */
export async function changeHeld(
  change: (held: HeldBallots) => HeldBallots | Promise<HeldBallots>,
): Promise<void> {
  await navigator.locks.request(STORAGE_KEY, async () => {
    const held = await change(heldBallots());
    localStorage.setItem(STORAGE_KEY, JSON.stringify(held));
    for (const listener of listeners) listener();
  });
}

/** Changes one ballot that is held; one that is not held any more stays away. */
export function changeOne(key: string, change: (one: HeldBallot) => HeldBallot): Promise<void> {
  return changeHeld((held) => {
    const one = held[key];
    return one ? { ...held, [key]: change(one) } : held;
  });
}

/** Whether this browser can seal and keep a ballot; otherwise the plain form must do. */
export function canHoldBallots(): boolean {
  try {
    localStorage.setItem(`${STORAGE_KEY}.test`, "");
    localStorage.removeItem(`${STORAGE_KEY}.test`);
  } catch {
    return false;
  }
  return window.isSecureContext && "locks" in navigator && "subtle" in crypto;
}
