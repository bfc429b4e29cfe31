import { METHODS } from "#domain/decisions/registry.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import { Stop } from "./steps.mjs";
import { compareReports } from "./tally/compare-reports.ts";
import { count, countByAll, methodOf } from "./tally/count.ts";
import { readElectionFile, writeElectionFile } from "./tally/files.ts";
import { printReport } from "./tally/print-report.ts";
import { readRequest } from "./tally/request.ts";

/**
 * `npm run tally -- FILE --method NAME …`: counts an election file and prints the report. Everything
 * is counted before anything is printed, so that what stops it leaves no part of a result.
 */
export async function main(args: string[]): Promise<void> {
  const request = readRequest(args);
  const { method } = request;
  const election = await readElectionFile(request.file, method && METHODS[method].shape);
  if (election.names.length === 0)
    throw new Stop("There is nothing to choose from: the file has no option.");

  let output: string;
  if (request.compare) {
    const reports = countByAll(election, request);
    output = request.json
      ? `${canonicalJson(Object.fromEntries(reports.map((report) => [report.method, report])))}\n`
      : compareReports(reports, election);
  } else {
    const report = count(methodOf(election, request), election, request);
    output = request.json ? `${canonicalJson(report)}\n` : printReport(report, election);
  }
  if (request.write !== undefined) await writeElectionFile(request.write, election);
  process.stdout.write(output);
}
