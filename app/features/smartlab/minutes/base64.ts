const SLICE = 8_192;

/** Bytes as base64. */
export function textOfBytes(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += SLICE) {
    binary += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  }
  return btoa(binary);
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
