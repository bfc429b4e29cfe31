import { createPrivateKey, type KeyObject } from "node:crypto";
import type { Sealing } from "../../../platform/sealing.ts";

/** The secrets of urns as they lie in the database: each opens for its own decision alone. */
export type UrnSecrets = {
  sealCredentialSecret: (decisionId: string, pkcs8: Uint8Array) => Buffer;
  /** Signs credentials of this decision; gone from the database once the vote is closed. */
  credentialSecret: (decisionId: string, sealed: Uint8Array) => KeyObject;
  sealUrnSecret: (decisionId: string, secret: Uint8Array) => Buffer;
  /** Opens the ballots of a decision whose urn the server keeps. */
  urnSecret: (decisionId: string, sealed: Uint8Array) => Buffer;
};

export function createUrnSecrets(sealing: Sealing): UrnSecrets {
  const credential = (decisionId: string) => `palabre/credential-secret/1/${decisionId}`;
  const urn = (decisionId: string) => `palabre/urn-secret/1/${decisionId}`;
  return {
    sealCredentialSecret: (decisionId, pkcs8) => sealing.seal(credential(decisionId), pkcs8),
    credentialSecret: (decisionId, sealed) =>
      createPrivateKey({
        key: sealing.unseal(credential(decisionId), sealed),
        format: "der",
        type: "pkcs8",
      }),
    sealUrnSecret: (decisionId, secret) => sealing.seal(urn(decisionId), secret),
    urnSecret: (decisionId, sealed) => sealing.unseal(urn(decisionId), sealed),
  };
}
