/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The same bytes for WebCrypto, which wants them in memory of their own; copied only if shared. */
export function asBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A number from 0 to 2³² − 1 in four bytes, the highest first. */
export function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return compareBytes(a, b) === 0;
}

/** Negative, 0 or positive, as bytes sort in PostgreSQL: byte by byte, the shorter first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes of an even number of lower-case hexadecimal digits, or undefined. */
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of a base64url text in its one canonical spelling, or undefined. */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || !endsClean(text)) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Whether the bits that the last sign has to spare are zero: others would spell the same bytes. */
function endsClean(text: string): boolean {
  if (text.length % 4 === 0) return true;
  const last = text.charAt(text.length - 1);
  if (text.length % 4 === 2) return "AQgw".includes(last);
  return text.length % 4 === 3 && "AEIMQUYcgkosw048".includes(last);
}

/** Bytes whose spelling was checked before; throws where it was not. */
export function decoded(bytes: Bytes | undefined): Bytes {
  if (!bytes) throw new TypeError("These bytes are not spelled as they should be");
  return bytes;
}

/** SHA-256. */
export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  const [only] = parts;
  const whole = parts.length === 1 && only ? asBytes(only) : concat(...parts);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}
