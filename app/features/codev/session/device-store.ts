/**
 * What a session keeps on a device, so that a page that is loaded again without a network has it:
 * sealed under a key that this browser uses and gives to nobody, one for all of it. When nothing is
 * kept any more the key goes too, and what was written under it is noise (docs/codev.md).
 */
export type DeviceStore = {
  /** False where the browser keeps nothing: what is written lasts as long as the page. */
  lasting: boolean;
  read: <T>(what: Kept) => Promise<T | undefined>;
  write: (what: Kept, value: unknown) => Promise<void>;
  /** Everything of this session. */
  forget: () => Promise<void>;
};

/** What was shown last, and what waits to be sent. */
export type Kept = "shown" | "waiting";

type Whose = { sessionId: string; personId: string };
type Row = Whose & { place: string; savedAt: number; iv: BufferSource; sealed: ArrayBuffer };

const NAME = "palabre-codev";
const KEY = "key";
const KEPT = "kept";
/** What a device keeps is of the day; after that it is erased unread (ms). */
const DAY_MS = 24 * 60 * 60_000;

export async function openDeviceStore(whose: Whose): Promise<DeviceStore> {
  try {
    const database = await openDatabase();
    await eraseOld(database, whose.personId);
    return storeOn(database, await keyOf(database), whose);
  } catch {
    return inMemory();
  }
}

function storeOn(database: IDBDatabase, key: CryptoKey, whose: Whose): DeviceStore {
  const placeOf = (what: Kept) => `${whose.sessionId}/${whose.personId}/${what}`;
  const lock = (place: string, iv: BufferSource) => ({
    ...{ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) },
  });
  return {
    lasting: true,
    read: async <T>(what: Kept) => {
      const place = placeOf(what);
      const row = await run<Row | undefined>(database, KEPT, (kept) => kept.get(place));
      if (!row) return undefined;
      const opened = await crypto.subtle.decrypt(lock(place, row.iv), key, row.sealed);
      return JSON.parse(new TextDecoder().decode(opened)) as T;
    },
    write: async (what, value) => {
      const place = placeOf(what);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt(lock(place, iv), key, text);
      const row: Row = { ...whose, place, savedAt: Date.now(), iv, sealed };
      await run(database, KEPT, (kept) => kept.put(row));
    },
    forget: async () => {
      const places = (["shown", "waiting"] as const).map(placeOf);
      for (const place of places) await run(database, KEPT, (kept) => kept.delete(place));
    },
  };
}

/** What is of another day, or of whoever had the device before. */
async function eraseOld(database: IDBDatabase, personId: string): Promise<void> {
  const rows = await run<Row[]>(database, KEPT, (kept) => kept.getAll());
  const isOld = (row: Row) => row.personId !== personId || Date.now() - row.savedAt > DAY_MS;
  for (const { place } of rows.filter(isOld))
    await run(database, KEPT, (kept) => kept.delete(place));
  if (rows.every(isOld)) await run(database, KEY, (keys) => keys.clear());
}

/** Made once; two tabs that make one at the same time keep the first. */
async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await run(database, KEY, (keys) => keys.add(made, KEY)).catch(() => undefined);
  return run<CryptoKey>(database, KEY, (keys) => keys.get(KEY));
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEY);
    request.result.createObjectStore(KEPT, { keyPath: "place" });
  };
  return settled(request);
}

function run<T>(
  database: IDBDatabase,
  name: typeof KEY | typeof KEPT,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return settled(work(database.transaction(name, "readwrite").objectStore(name)));
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the store does not answer"));
  });
}

function inMemory(): DeviceStore {
  const kept = new Map<Kept, unknown>();
  return {
    lasting: false,
    read: <T>(what: Kept) => Promise.resolve(kept.get(what) as T | undefined),
    write: (what, value) => Promise.resolve(void kept.set(what, value)),
    forget: () => Promise.resolve(kept.clear()),
  };
}
