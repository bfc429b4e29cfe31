import { parentPort } from "node:worker_threads";
import { checkBallots, type BallotCheck } from "./check-ballots.ts";

// A thread that verifies batches of ballots (ballot-checker.ts), one at a time.
parentPort?.on("message", (checks: BallotCheck[]) => {
  void checkBallots(checks).then((verdicts) => parentPort?.postMessage(verdicts));
});
