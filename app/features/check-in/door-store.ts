import type { DoorList } from "#wire/check-in.ts";
import type { KeptAct, RecentAct, Standings } from "./door-acts.ts";

export type KeptList = { assemblyId: string; list: DoorList; standings: Standings };

/** What a door keeps on its device: the list for the day, and acts that have not been sent. */
export type DoorStore = {
  /** False where the browser keeps nothing: a private window, or storage that is full. */
  lasting: boolean;
  list: (assemblyId: string) => Promise<KeptList | undefined>;
  keepList: (kept: KeptList) => Promise<void>;
  forgetList: (assemblyId: string) => Promise<void>;
  acts: (assemblyId: string) => Promise<KeptAct[]>;
  /** What was done here last, to be taken back: also after the page was loaded again. */
  recent: (assemblyId: string) => Promise<RecentAct[]>;
  keepAct: (act: KeptAct, recent: RecentAct[]) => Promise<void>;
  forgetActs: (ids: readonly string[]) => Promise<void>;
};

const NAME = "palabre-door";
const VERSION = 2;

type KeptRecent = { assemblyId: string; acts: RecentAct[] };

/** Opens the store and forgets lists whose day is over. */
export async function openDoorStore(now: number): Promise<DoorStore> {
  try {
    const store = storeOn(await openDatabase());
    await store.forgetOld(now);
    return store;
  } catch {
    return inMemory();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore("list", { keyPath: "assemblyId" });
      // Each act under its own key: two tabs of one device do not write over each other.
      request.result.createObjectStore("act", { keyPath: "act.id" });
    }
    request.result.createObjectStore("recent", { keyPath: "assemblyId" });
  };
  return settled(request);
}

function storeOn(database: IDBDatabase): DoorStore & { forgetOld: (now: number) => Promise<void> } {
  const run = async <T>(
    name: "list" | "act" | "recent",
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = database.transaction(name, mode);
    const result = await settled(work(transaction.objectStore(name)));
    if (mode === "readwrite") await finished(transaction);
    return result;
  };
  const read = <T>(name: "list" | "recent", assemblyId: string) =>
    run<T | undefined>(
      name,
      "readonly",
      (store) => store.get(assemblyId) as IDBRequest<T | undefined>,
    );
  const forgetList = async (assemblyId: string) => {
    await run("list", "readwrite", (store) => store.delete(assemblyId));
    await run("recent", "readwrite", (store) => store.delete(assemblyId));
  };
  return {
    lasting: true,
    list: (assemblyId) => read<KeptList>("list", assemblyId),
    keepList: async (kept) => {
      await run("list", "readwrite", (store) => store.put(kept));
    },
    forgetList,
    acts: async (assemblyId) => {
      const all = await run<KeptAct[]>(
        "act",
        "readonly",
        (store) => store.getAll() as IDBRequest<KeptAct[]>,
      );
      return all.filter((kept) => kept.assemblyId === assemblyId);
    },
    recent: async (assemblyId) => (await read<KeptRecent>("recent", assemblyId))?.acts ?? [],
    keepAct: async (act, acts) => {
      await run("act", "readwrite", (store) => store.put(act));
      const { assemblyId } = act;
      await run("recent", "readwrite", (store) => store.put({ assemblyId, acts }));
    },
    forgetActs: async (ids) => {
      const transaction = database.transaction("act", "readwrite");
      for (const id of ids) transaction.objectStore("act").delete(id);
      await finished(transaction);
    },
    forgetOld: async (now) => {
      const lists = await run<KeptList[]>(
        "list",
        "readonly",
        (store) => store.getAll() as IDBRequest<KeptList[]>,
      );
      const old = lists.filter(({ list }) => list.forgetAt < now);
      for (const { assemblyId } of old) await forgetList(assemblyId);
    },
  };
}

/** The same for as long as the page is open. */
function inMemory(): DoorStore {
  const lists = new Map<string, KeptList>();
  const acts = new Map<string, KeptAct>();
  const done = () => Promise.resolve();
  return {
    lasting: false,
    list: (assemblyId) => Promise.resolve(lists.get(assemblyId)),
    keepList: (kept) => (lists.set(kept.assemblyId, kept), done()),
    forgetList: (assemblyId) => (lists.delete(assemblyId), done()),
    acts: (assemblyId) =>
      Promise.resolve([...acts.values()].filter((kept) => kept.assemblyId === assemblyId)),
    recent: () => Promise.resolve([]),
    keepAct: (kept) => (acts.set(kept.act.id, kept), done()),
    forgetActs: (ids) => (ids.forEach((id) => acts.delete(id)), done()),
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the store does not answer"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
  });
}
