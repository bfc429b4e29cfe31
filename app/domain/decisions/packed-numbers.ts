/** Writes whole numbers from 0 to 2^53 − 1, small ones in one byte. */
export type ByteWriter = { write: (number: number) => void; bytes: () => Uint8Array<ArrayBuffer> };
export type ByteReader = { read: () => number; isAtEnd: () => boolean };

/** Seven bits to a byte, the lowest first; the top bit says that more follow (LEB128). */
export function byteWriter(): ByteWriter {
  let bytes = new Uint8Array(1_024);
  let length = 0;
  return {
    write: (number) => {
      if (!Number.isSafeInteger(number) || number < 0) {
        throw new RangeError("Only whole numbers from 0 to 2^53 − 1 are packed");
      }
      if (length + 8 > bytes.length) {
        const longer = new Uint8Array(2 * bytes.length);
        longer.set(bytes);
        bytes = longer;
      }
      let rest = number;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = 128 + (rest % 128);
      bytes[length++] = rest;
    },
    bytes: () => bytes.slice(0, length),
  };
}

export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError("The packed ballots break off");
    return byte;
  };
  return {
    read: () => {
      let byte = next();
      let number = byte & 127;
      for (let scale = 128; byte > 127; scale *= 128) {
        byte = next();
        number += (byte & 127) * scale;
      }
      return number;
    },
    isAtEnd: () => at >= bytes.length,
  };
}
