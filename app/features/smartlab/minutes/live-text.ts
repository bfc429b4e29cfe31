import * as Y from "yjs";
import {
  editDocument,
  merged,
  reading,
  textOfDocument,
  type Update,
} from "#domain/smartlab/minutes/shared-text.ts";
import { mergeText, singleEdit } from "#domain/smartlab/minutes/text-diff.ts";
import type { MinutesRoomView, MinutesState } from "#wire/lab-minutes.ts";
import { bytesOf, textOfBytes } from "./base64.ts";
import { type DeltaPart, movedCaret } from "./caret.ts";
import { sendWords, type SendAnswer } from "./send-words.ts";
import { unsentWords } from "./unsent-words.ts";

/** How one's words are doing: with everybody, on their way, kept here, or refused. */
export type WritingStatus = "opening" | "saved" | "sending" | "waiting" | "refused";

type Options = {
  minutesId: string;
  slug: string;
  personId: string;
  area: HTMLTextAreaElement;
  /** The text that the page came with. */
  base: string;
  onStatus: (status: WritingStatus) => void;
};

/** Marks what was typed here, apart from what was heard. */
const TYPED = "typed";
const HEARD = "heard";
/** Between two changes: words travel, not letters (ms). */
const PACE_MS = 250;
/** Before asking again where the network is away (ms). */
const RETRY_MS = 2_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A text area that several people write in. What is typed goes into the document at once, is kept
 * on this device until the server has it, and travels as one change after the other; what others
 * write moves the caret along. While an input method composes a sign, what comes from others waits.
 */
export class LiveText {
  readonly #document = new Y.Doc();
  readonly #text = textOfDocument(this.#document);
  readonly #undo = new Y.UndoManager(this.#text, { trackedOrigins: new Set([TYPED]) });
  readonly #store: ReturnType<typeof unsentWords>;
  readonly #stop = new AbortController();
  #unsent: Update[] = [];
  /** Sent, and not answered yet. */
  #flying: Update | undefined;
  #heard = 0;
  #open = false;
  #sending = false;
  #asking = false;
  #composing = false;
  #late: Update[] = [];

  constructor(private readonly options: Options) {
    const { minutesId, personId } = options;
    this.#store = unsentWords(minutesId, personId, String(this.#document.clientID));
  }

  /** Brings the text up to date, with what was typed before and what waited from another time. */
  async start(): Promise<void> {
    const { area, base } = this.options;
    const state = await this.#ask();
    if (!state || this.#stop.signal.aborted) return;
    this.#document.on("update", (update: Update, origin) => {
      if (origin === TYPED || origin === this.#undo) this.#typed(update);
    });
    this.#hear(state);
    for (const { update } of this.#store.adopt()) {
      const bytes = bytesOf(update);
      Y.applyUpdate(this.#document, bytes, HEARD);
      this.#typed(bytes);
    }
    editDocument(this.#document, mergeText(base, reading(this.#document), area.value), TYPED);
    this.#show(reading(this.#document));
    this.#text.observe(({ delta, transaction }) => {
      if (transaction.origin !== TYPED) this.#follow(delta as DeltaPart[]);
    });
    this.#listen(area);
    this.#open = true;
    void this.#send();
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
      this.#receive(bytesOf(update));
      this.#heard = seq;
    }
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
    for (const update of updates) this.#receive(bytesOf(update));
    this.#heard = Math.max(this.#heard, seq);
  }

  #receive(update: Update): void {
    if (this.#composing) this.#late.push(update);
    else Y.applyUpdate(this.#document, update, HEARD);
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
    addEventListener("online", () => void this.#send(), { signal });
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
    this.#unsent.push(update);
    this.#keep();
    if (this.#open) void this.#send();
  }

  #keep(): void {
    if (this.#unsent.length > 1) this.#unsent = [merged(this.#unsent)];
    const all = [...(this.#flying ? [this.#flying] : []), ...this.#unsent];
    const text = reading(this.#document);
    this.#store.keep(all.length > 0 ? { update: textOfBytes(merged(all)), text } : undefined);
  }

  /** One change after the other, each until it is answered; what is typed meanwhile goes with the next. */
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const { signal } = this.#stop;
    for (;;) {
      this.#flying ??= this.#unsent.shift();
      if (!this.#flying) break;
      this.#say(navigator.onLine ? "sending" : "waiting");
      const answer: SendAnswer = await sendWords(this.options, this.#flying, signal);
      if (signal.aborted) return;
      if (answer === "refused") {
        this.#say("refused");
        return; // what was typed stays on this device
      }
      if (answer === "taken") {
        this.#flying = undefined;
        this.#keep();
      } else {
        this.#say("waiting");
      }
      await pause(answer === "taken" ? PACE_MS : RETRY_MS);
    }
    this.#sending = false;
    this.#say("saved");
  }

  #say(status: WritingStatus): void {
    this.options.onStatus(status);
  }
}
