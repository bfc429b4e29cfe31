import { useRevalidator } from "@remix-run/react";
import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Refusal } from "#domain/kernel/result.ts";
import type { FacilitatorRoomView, MyCodevView, PeerRoomView } from "#wire/codev-session.ts";
import type { CodevAudience, CodevSessionPage } from "#wire/codev-session.ts";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import { forgetPage, keepPage } from "#app/features/live-session/kept-page.ts";
import { postAct } from "#app/features/live-session/post-act.ts";
import { liveConnection } from "#app/features/live-session/socket.ts";
import { sendCommand } from "#app/features/live-session/use-command.ts";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";
import {
  DeviceQueue,
  EMPTY_QUEUE,
  type QueuedCommand,
  type SessionCommand,
} from "./device-queue.ts";
import { type DeviceStore, openDeviceStore } from "./device-store.ts";
import { isTold, type Shown, withWaiting } from "./waiting.ts";

type View = PeerRoomView | FacilitatorRoomView;

/** A page of a session as it is loaded; `bare`: as a device keeps it, without a word or a name. */
export type LoadedPage<V extends View> = CodevSessionPage<V> & {
  loadedAt: number;
  bare?: true | undefined;
};

type KeptShown<V extends View> = Shown<V> & { link: string; place: string; clock: number };

/** What somebody did: counted in at once, sent when it can be. */
export type Put = (type: SessionCommand, payload: Record<string, unknown>) => void;

export type Device<V extends View> = Shown<V> & {
  link: string;
  place: string;
  waiting: number;
  /** It opens on this device without a network. */
  keeps: boolean;
  refusal: Refusal | undefined;
  put: Put;
  /** The page was opened without a network, and this device knows nothing of the session. */
  blank: boolean;
};

/** Carry the time of the act: of two devices that were apart the later word stays. */
const TIMED: readonly SessionCommand[] = [
  "codev-session.act",
  "codev-session.attend",
  "codev-session.contract",
  "codev-session.note",
  "codev-session.close",
];
/** What is shown is kept this long after it last changed (ms). */
const KEEP_AFTER_MS = 300;

/** The name of a room; the wire module would bring zod along. */
export function roomOf(sessionId: string, audience: CodevAudience): string {
  return `codev/${sessionId}/${audience}`;
}

/**
 * A session on this device: what the server knows and what was done here, read as one. It goes on
 * while the network is away, also through a reload; what was done then is sent later with its time.
 */
export function useDevice<V extends View>(
  loaded: LoadedPage<V>,
  audience: "participant" | "facilitator",
): Device<V> {
  const { id } = loaded.view.session;
  const store = useStore(id, loaded.me);
  const kept = useKept<V>(loaded.bare ? store : undefined);
  const base = (loaded.bare && kept.shown) || loaded;
  const { view: told } = useRoom(roomOf(id, audience), base);
  const { view: mine } = useRoom<MyCodevView>(roomOf(id, "mine"), { view: base.mine });
  const [queue] = useState(() => new DeviceQueue(send));
  const { waiting, unsent, refusal } = useSyncExternalStore(
    queue.subscribe,
    queue.current,
    () => EMPTY_QUEUE,
  );
  useEffect(() => void (store && queue.start(store)), [queue, store]);
  useEffect(
    () => queue.heard((command) => isTold({ view: told, mine, notes: {} }, command)),
    [queue, told, mine, unsent],
  );
  const written = useWritten(waiting);
  const server = { view: told, mine, notes: { ...base.notes, ...written } };
  const shown = withWaiting(server, waiting);
  const { link, place } = base;
  const over = isOver(told) && unsent === 0;
  const blank = loaded.bare === true && !kept.shown;
  const keeps = useKeeping(store, { ...server, link, place }, { over, blank });
  useFreshPage(loaded);

  const put: Put = (type, payload) => {
    // After whatever this device knows of, also where its clock is a little behind.
    const moment = Math.max(liveConnection.now(), 1 + latestIn(shown.view));
    const at = TIMED.includes(type) ? { at: moment } : {};
    const command = { id: newCommandId(), type, payload: { sessionId: id, ...payload, ...at } };
    queue.add(command, (earlier) => isVoid(earlier, command));
  };
  return { ...shown, link, place, keeps, waiting: unsent, refusal, put, blank: blank && kept.none };
}

/** Notes that left this device stay as they were written: the page was read before them. */
function useWritten(waiting: readonly QueuedCommand[]): Shown<View>["notes"] {
  const [written, setWritten] = useState<Shown<View>["notes"]>({});
  useEffect(() => {
    const notes = waiting.filter(({ type }) => type === "codev-session.note");
    if (notes.length === 0) return;
    const said: Record<string, string> = Object.fromEntries(
      notes.map(({ payload }) => [payload["about"] as string, payload["text"] as string]),
    );
    setWritten((before) => ({ ...before, ...said }));
  }, [waiting]);
  return written;
}

function latestIn(view: View): number {
  const acts = "acts" in view ? Object.values(view.acts) : [];
  return Math.max(0, ...acts.map(({ at }) => at));
}

/** One's notes as they were a moment ago need not be sent. */
function isVoid(earlier: QueuedCommand, { type, payload }: QueuedCommand): boolean {
  return (
    type === "codev-session.note" &&
    earlier.type === type &&
    earlier.payload["about"] === payload["about"]
  );
}

function useStore(sessionId: string, personId: string): DeviceStore | undefined {
  const [store, setStore] = useState<DeviceStore>();
  useEffect(() => {
    void openDeviceStore({ sessionId, personId }).then(setStore);
  }, [sessionId, personId]);
  return store;
}

/** What this device showed last, for a page that was loaded without a network. */
function useKept<V extends View>(store: DeviceStore | undefined) {
  const [kept, setKept] = useState<{ shown?: KeptShown<V>; none: boolean }>({ none: false });
  useEffect(() => {
    if (!store) return;
    void store.read<KeptShown<V>>("shown").then((shown) => {
      if (shown) liveConnection.trustClock(shown.clock);
      setKept(shown ? { shown, none: false } : { none: true });
    });
  }, [store]);
  return kept;
}

function isOver({ session: { state } }: View): boolean {
  return state === "closed" || state === "postponed" || state === "cancelled";
}

/** Keeps what is shown and the page, until the session is over and nothing waits. */
function useKeeping<V extends View>(
  store: DeviceStore | undefined,
  shown: Omit<KeptShown<V>, "clock">,
  { over, blank }: { over: boolean; blank: boolean },
): boolean {
  const [kept, setKept] = useState(false);
  const { view, mine } = shown;
  const latest = useRef(shown);
  latest.current = shown;
  const noted = JSON.stringify(shown.notes);
  useEffect(() => {
    if (!store || blank) return;
    const timer = setTimeout(() => {
      const clock = liveConnection.now() - Date.now();
      if (over) void store.forget().then(() => forgetPage(scopeHere()));
      else void store.write("shown", { ...latest.current, clock });
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [store, view, mine, noted, over, blank]);
  const may = store?.lasting === true && !over && !blank;
  useEffect(() => {
    if (may) void keepPage(scopeHere(), `${scopeHere()}?kept=1`).then(setKept);
  }, [may]);
  return kept;
}

const scopeHere = () => location.pathname.replace(/\/$/, "");

/** The page that a device kept is read again as soon as there is a network. */
function useFreshPage({ bare }: { bare?: true | undefined }): void {
  const { status } = useLiveStatus();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (bare && status === "connected") revalidate();
  }, [bare, status, revalidate]);
}

/** Live, or posted where no socket ever worked. */
function send({ id, type, payload }: QueuedCommand) {
  const given = (type === "codev-session.act" ? { ...payload, id } : payload) as never;
  return liveConnection.everConnected
    ? sendCommand(type, given, id)
    : postAct("codev", type, given);
}

const PutContext = createContext<Put | undefined>(undefined);
export const PutProvider = PutContext.Provider;

export function usePut(): Put {
  const put = useContext(PutContext);
  if (!put) throw new Error("What is done belongs to a device");
  return put;
}
