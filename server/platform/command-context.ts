import { AsyncLocalStorage } from "node:async_hooks";

export type RunningCommand = {
  id: string;
  personId: string;
  /** What the command answers beside "done"; known before its transaction ends. */
  result?: object;
  /** Its receipt was written: from now on this is its answer, whoever asks. */
  receiptWritten?: boolean;
};

const storage = new AsyncLocalStorage<RunningCommand>();

/**
 * Runs a live command so that the transaction which writes its events also writes its receipt:
 * the same id then cannot take effect twice, whichever process it reaches, and a process killed
 * after COMMIT leaves the receipt behind.
 */
export function asCommand<T>(command: RunningCommand, work: () => Promise<T>): Promise<T> {
  return storage.run(command, work);
}

/** The command whose transaction this is, if any. */
export function commandReceiptOf(): RunningCommand | undefined {
  return storage.getStore();
}

/** Says what the running command answers. Call it before the transaction that writes the events. */
export function answerCommand(result: object): void {
  const command = storage.getStore();
  if (command) command.result = result;
}

/**
 * Does something without writing the receipt of the running command: because it is not the last that
 * its transaction does, or because no receipt may name the person; then a repeat is answered alike by
 * other means.
 */
export function beyondReceipts<T>(work: () => Promise<T>): Promise<T> {
  return storage.exit(work);
}
