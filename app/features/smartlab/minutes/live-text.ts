import * as Y from "yjs";
import {
  editDocument,
  isUpdate,
  reading,
  textOfDocument,
  type Update,
} from "#domain/smartlab/minutes/shared-text.ts";
import { mergeText, singleEdit } from "#domain/kernel/text-diff.ts";
import type { MinutesRoomView, MinutesState } from "#wire/lab-minutes.ts";
import { bytesOf } from "./base64.ts";
import { type DeltaPart, movedCaret } from "./caret.ts";
import { keptWords } from "./kept-words.ts";
import { OutgoingWords, type WritingStatus } from "./outgoing-words.ts";
import { type Writer, WritersPlaces } from "./writers-places.ts";

type Options = {
  minutesId: string;
  slug: string;
  personId: string;
  area: HTMLTextAreaElement;
  /** The text that the page came with. */
  base: string;
  onStatus: (status: WritingStatus) => void;
  /** The text is another: places in it have moved. */
  onText: () => void;
};

/** Marks what was typed here, apart from what was heard. */
const TYPED = "typed";
const HEARD = "heard";
/** Before asking again where the network is away (ms). */
const RETRY_MS = 2_000;
/** A text that is kept here opens with what is known of it when nobody answered in this time (ms). */
const PATIENCE_MS = 3_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A text area that several people write in. What is typed goes into the document at once, is kept
 * on this device until the server has it, and travels as one change after the other; what others
 * write moves the caret along. While an input method composes a sign, what comes from others waits.
 * What the server has is kept here too, so that the text opens again without a network.
 */
export class LiveText {
  readonly #document = new Y.Doc();
  readonly #text = textOfDocument(this.#document);
  readonly #undo = new Y.UndoManager(this.#text, { trackedOrigins: new Set([TYPED]) });
  readonly #places = new WritersPlaces(this.#text);
  readonly #outgoing: OutgoingWords;
  readonly #kept: ReturnType<typeof keptWords>;
  /** What the server has, and nothing else: what is built on is always known to everybody. */
  readonly #shared = new Y.Doc();
  readonly #stop = new AbortController();
  #heard = 0;
  /** The number of the change that is being read, where it has one. */
  #reading: number | undefined;
  #open = false;
  #asking = false;
  #composing = false;
  #late: Update[] = [];

  constructor(private readonly options: Options) {
    this.#outgoing = new OutgoingWords({
      ...options,
      tab: String(this.#document.clientID),
      signal: this.#stop.signal,
      text: () => reading(this.#document),
      onTaken: (update) => {
        Y.applyUpdate(this.#shared, update);
        this.#remember();
      },
    });
    this.#kept = keptWords(options);
  }

  /** Brings the text up to date, with what was typed before and what waited from another time. */
  async start(): Promise<void> {
    const { area, base } = this.options;
    const state = await this.#stateAtStart();
    if (this.#stop.signal.aborted) return;
    this.#document.on("update", (update: Update, origin) => {
      if (origin === TYPED || origin === this.#undo) this.#typed(update);
    });
    if (state) this.#hear(state);
    for (const update of this.#outgoing.adopt()) {
      Y.applyUpdate(this.#document, update, HEARD);
      this.#typed(update);
    }
    editDocument(this.#document, mergeText(base, reading(this.#document), area.value), TYPED);
    this.#show(reading(this.#document));
    this.#text.observe(({ delta, transaction }) => {
      if (transaction.origin === TYPED) return;
      if (this.#reading) this.#places.note(this.#reading, delta as DeltaPart[]);
      this.#follow(delta as DeltaPart[]);
    });
    this.#document.on("update", this.options.onText);
    this.#listen(area);
    this.#open = true;
    void this.#kept.page();
    void this.#outgoing.send();
  }

  /** What was kept here, and what came since; waits where there is nothing to begin with. */
  async #stateAtStart(): Promise<MinutesState | undefined> {
    const known = await this.#kept.read();
    if (known && isUpdate(known.state)) {
      this.#receive(known.state);
      this.#heard = known.heard;
      return Promise.race([this.#ask(), pause(PATIENCE_MS).then(() => undefined)]);
    }
    for (;;) {
      const state = await this.#ask();
      if (state || this.#stop.signal.aborted) return state;
      await pause(RETRY_MS);
    }
  }

  /** Who else writes just now, and where. */
  writers({ writers }: MinutesRoomView): Writer[] {
    return this.#places.of(writers, this.options.personId);
  }

  /** What the room says: changes by number; what is missing is asked for. */
  take(view: MinutesRoomView): void {
    if (!this.#open) return;
    for (let seq = this.#heard + 1; seq <= view.seq; seq += 1) {
      const update = view.updates[seq];
      if (update === undefined) {
        void this.catchUp();
        return;
      }
      this.#receive(bytesOf(update), seq);
      this.#heard = seq;
    }
    this.#remember();
  }

  /** Asks for everything that came since. */
  async catchUp(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const state = await this.#ask().finally(() => (this.#asking = false));
    if (state) this.#hear(state);
  }

  close(): void {
    this.#stop.abort();
    this.#document.destroy();
  }

  async #ask(): Promise<MinutesState | undefined> {
    const { slug, minutesId } = this.options;
    const address = `/smartlab/${slug}/minutes/${minutesId}/state.json?since=${this.#heard}`;
    try {
      const answer = await fetch(address, { signal: this.#stop.signal });
      return answer.ok ? ((await answer.json()) as MinutesState) : undefined;
    } catch {
      return undefined;
    }
  }

  #hear({ seq, updates }: MinutesState): void {
    // One by one where they are apart, else as a whole.
    const apart = updates.length === seq - this.#heard;
    for (const [at, update] of updates.entries()) {
      this.#receive(bytesOf(update), apart ? this.#heard + 1 + at : undefined);
    }
    this.#heard = Math.max(this.#heard, seq);
    this.#remember();
  }

  #receive(update: Update, seq?: number): void {
    Y.applyUpdate(this.#shared, update);
    if (this.#composing) {
      this.#late.push(update);
      return;
    }
    this.#reading = seq;
    Y.applyUpdate(this.#document, update, HEARD);
    this.#reading = undefined;
  }

  #remember(): void {
    const known = () => ({ state: Y.encodeStateAsUpdate(this.#shared), heard: this.#heard });
    void this.#kept.keep(known);
  }

  #listen(area: HTMLTextAreaElement): void {
    const { signal } = this.#stop;
    area.addEventListener("input", () => this.#typedInto(area), { signal });
    area.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    area.addEventListener(
      "compositionend",
      () => {
        this.#composing = false;
        this.#typedInto(area);
        for (const update of this.#late.splice(0)) this.#receive(update);
      },
      { signal },
    );
    area.addEventListener("keydown", (event) => this.#undoByKey(event), { signal });
    addEventListener("online", () => void this.#outgoing.send(), { signal });
  }

  /** The browser's own undo would bring back a text without what others wrote since. */
  #undoByKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.#undo.redo();
    else this.#undo.undo();
  }

  #typedInto(area: HTMLTextAreaElement): void {
    const edit = singleEdit(reading(this.#document), area.value);
    if (edit) editDocument(this.#document, [edit], TYPED);
  }

  #follow(delta: readonly DeltaPart[]): void {
    const { area } = this.options;
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const { scrollTop } = area;
    this.#show(reading(this.#document));
    area.setSelectionRange(movedCaret(start, delta), movedCaret(end, delta));
    area.scrollTop = scrollTop;
  }

  #show(text: string): void {
    const { area } = this.options;
    if (area.value !== text) area.value = text;
  }

  #typed(update: Update): void {
    this.#outgoing.add(update);
    if (this.#open) void this.#outgoing.send();
  }
}
