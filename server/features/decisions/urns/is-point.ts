import { asBytes } from "#domain/decisions/secret/bytes.ts";

/** Whether these bytes are a raw point of the curve P-256. */
export async function isPoint(bytes: Uint8Array): Promise<boolean> {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return crypto.subtle.importKey("raw", asBytes(bytes), curve, true, []).then(
    () => true,
    () => false,
  );
}
