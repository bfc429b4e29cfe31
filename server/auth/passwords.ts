import { hash, verify } from "@node-rs/argon2";

// OWASP's first choice; argon2id is the library's default algorithm.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Nobody's: compared with when there is no password, so that the work is the same.
const NOBODYS = hash(crypto.randomUUID(), OPTIONS);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), OPTIONS);
}

/** Does the same work whether or not there is a password to compare with. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await NOBODYS), password.normalize("NFKC"));
  return right && stored !== undefined;
}
