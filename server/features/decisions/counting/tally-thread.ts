import { parentPort, workerData } from "node:worker_threads";
import { doTallyTask, type TallyOrder, type TallyTask } from "./tally-tasks.ts";

// Does what it is handed (count-apart.ts), answers and ends.
const { task, order } = workerData as { task: TallyTask; order: TallyOrder<TallyTask> };
parentPort?.postMessage(doTallyTask(task, order));
