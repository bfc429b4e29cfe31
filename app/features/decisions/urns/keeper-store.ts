/** A share of one urn's secret as it was dealt; bytes are base64url. */
export type KeptShare = {
  share: string;
  /** SHA-256 of the share: tells it from one of a ceremony that was begun again. */
  fingerprint: string;
  /** It was given for the opening: one that begins again is given it again. */
  given?: true;
};

/** What one scrutineer's browser keeps for one assembly. Bytes are base64url. */
export type KeptKeys = {
  boxKey: string;
  /** From which the box's private key is derived. */
  boxSecret: string;
  signingKey: string;
  /** PKCS #8. */
  signingSecret: string;
  /** By decision id. */
  shares: Record<string, KeptShare>;
};

const STORAGE_KEY = "palabre.keeper";

type Everything = Record<string, KeptKeys>;

/** One place per person and assembly: several scrutineers may rehearse on one machine. */
export type KeeperPlace = { assemblyId: string; personId: string };

function placeKey({ assemblyId, personId }: KeeperPlace): string {
  return `${assemblyId}/${personId}`;
}

function readEverything(): Everything {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}") as Everything;
  } catch {
    return {}; // forbidden or spoilt: as if nothing were kept
  }
}

/** What this browser keeps for this person, if anything. */
export function readKept(place: KeeperPlace): KeptKeys | undefined {
  return readEverything()[placeKey(place)];
}

/** Keeps it, and says whether it can be read back: nothing may be promised before. */
export function keep(place: KeeperPlace, kept: KeptKeys): boolean {
  try {
    const all = { ...readEverything(), [placeKey(place)]: kept };
    localStorage.setItem(STORAGE_KEY, JSON.stringify(all));
  } catch {
    return false;
  }
  return readKept(place)?.boxSecret === kept.boxSecret;
}
