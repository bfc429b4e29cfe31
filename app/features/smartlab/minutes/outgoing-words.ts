import { merged, type Update } from "#domain/smartlab/minutes/shared-text.ts";
import { bytesOf, textOfBytes } from "./base64.ts";
import { sendWords, type SendAnswer } from "./send-words.ts";
import { unsentWords } from "./unsent-words.ts";

/** How one's words are doing: with everybody, on their way, kept here, or refused. */
export type WritingStatus = "opening" | "saved" | "sending" | "waiting" | "refused";

type Options = {
  minutesId: string;
  slug: string;
  personId: string;
  /** Of the tab: two of them keep their words apart. */
  tab: string;
  signal: AbortSignal;
  /** The text as it stands here. */
  text: () => string;
  onStatus: (status: WritingStatus) => void;
  onTaken: (update: Update) => void;
};

/** Between two changes: words travel, not letters (ms). */
const PACE_MS = 250;
/** Before trying again where the network is away (ms). */
const RETRY_MS = 2_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What is typed here, on its way: kept on this device until the server has it, one change after the
 * other; what is typed meanwhile goes with the next.
 */
export class OutgoingWords {
  readonly #store: ReturnType<typeof unsentWords>;
  #unsent: Update[] = [];
  /** Sent, and not answered yet. */
  #flying: Update | undefined;
  #sending = false;

  constructor(private readonly options: Options) {
    this.#store = unsentWords(options.minutesId, options.personId, options.tab);
  }

  /** What earlier tabs left: from now on it is this one's to add. */
  adopt(): Update[] {
    return this.#store.adopt().map(({ update }) => bytesOf(update));
  }

  add(update: Update): void {
    this.#unsent.push(update);
    this.#keep();
  }

  async send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const { signal, onStatus, onTaken } = this.options;
    for (;;) {
      this.#flying ??= this.#unsent.shift();
      if (!this.#flying) break;
      onStatus(navigator.onLine ? "sending" : "waiting");
      const answer: SendAnswer = await sendWords(this.options, this.#flying, signal);
      if (signal.aborted) return;
      if (answer === "refused") {
        onStatus("refused");
        return; // what was typed stays on this device
      }
      if (answer === "taken") {
        onTaken(this.#flying);
        this.#flying = undefined;
        this.#keep();
      } else {
        onStatus("waiting");
      }
      await pause(answer === "taken" ? PACE_MS : RETRY_MS);
    }
    this.#sending = false;
    onStatus("saved");
  }

  #keep(): void {
    if (this.#unsent.length > 1) this.#unsent = [merged(this.#unsent)];
    const all = [...(this.#flying ? [this.#flying] : []), ...this.#unsent];
    const text = this.options.text();
    this.#store.keep(all.length > 0 ? { update: textOfBytes(merged(all)), text } : undefined);
  }
}
