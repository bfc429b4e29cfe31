import { createHmac } from "node:crypto";
import {
  PASS_TAG_LENGTH,
  PASS_TOKEN_LENGTH,
  ROOM_CODE_DIGITS,
  turnsTaken,
} from "#domain/check-in/way-in.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { sameHash, sha256 } from "../../auth/hashes.ts";

/**
 * The secrets of passes and of rooms. Both are worked out from the installation's key whenever they
 * are needed: no table, backup or log holds one.
 */
export type WayInKeys = ReturnType<typeof createWayInKeys>;

export function createWayInKeys(sealing: Pick<Sealing, "derive">) {
  // The key is made at first use; reading it when a process starts would make one for nothing.
  const derived = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const key = derived.get(purpose) ?? sealing.derive(purpose);
    derived.set(purpose, key);
    return key;
  };
  const mac = (purpose: string, of: string): Buffer =>
    createHmac("sha256", keyFor(purpose)).update(of).digest();

  const roomCode = (siteId: string, turn: number): string => {
    // 48 bits reduced to six digits: no digit is likelier than another by more than one in 10^8.
    const number = mac("check-in/room", `${siteId}/${turn}`).readUIntBE(0, 6);
    return String(number % 10 ** ROOM_CODE_DIGITS).padStart(ROOM_CODE_DIGITS, "0");
  };

  return {
    passToken: (assemblyId: string, personId: string, serial: number): string =>
      mac("check-in/pass", `${assemblyId}/${personId}/${serial}`)
        .toString("base64url")
        .slice(0, PASS_TOKEN_LENGTH),
    /** The six digits of a room in one turn. */
    roomCode,
    /** Whether these digits are a room's now, or were a moment ago. */
    isRoomCode: (siteId: string, code: string, now: number): boolean =>
      turnsTaken(now).some((turn) => sameHash(sha256(roomCode(siteId, turn)), sha256(code))),
  };
}

/** What the table holds of a pass. */
export function passHash(token: string): string {
  return sha256(`pass:${token}`);
}

/** By what a door without network knows a pass: the browser works out the same. */
export function passTag(tokenHash: string): string {
  return Buffer.from(tokenHash, "hex").toString("base64url").slice(0, PASS_TAG_LENGTH);
}
