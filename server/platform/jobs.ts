/** Work done outside a request, by the job process. Payloads hold ids only. */
export type JobPayloads = {
  "decision.count": { decisionId: string };
  "mail.send": { mailId: string };
  "register.import": { importId: string };
  "proposals.compare": { workersAssemblyId: string };
  "rehearsal.run": { rehearsalId: string };
};
export type JobName = keyof JobPayloads;

export type JobQueue = {
  /** `key` makes the job unique: adding it again while it waits or runs has no effect. */
  add: <N extends JobName>(name: N, key: string, payload: JobPayloads[N]) => Promise<void>;
  close: () => Promise<void>;
};

/** A feature's handlers. Each must be idempotent and reload its state (it may run twice). */
export type JobHandlers = {
  [N in JobName]?: (payload: JobPayloads[N], tools: JobTools) => Promise<void>;
};
export type JobTools = { progress: (fraction: number) => Promise<void> };
