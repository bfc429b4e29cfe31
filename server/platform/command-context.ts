import { AsyncLocalStorage } from "node:async_hooks";

type Command = { id: string; personId: string };

const storage = new AsyncLocalStorage<Command>();

/**
 * Runs a live command so that the transaction which writes its events also writes its receipt:
 * the same id then cannot take effect twice, whichever process it reaches, and a process killed
 * after COMMIT leaves the receipt behind.
 */
export function asCommand<T>(command: Command, work: () => Promise<T>): Promise<T> {
  return storage.run(command, work);
}

/** The command whose transaction this is, if any. */
export function commandReceiptOf(): Command | undefined {
  return storage.getStore();
}
