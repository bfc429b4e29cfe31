import { decodeBallot } from "../ballot.ts";
import type { AnyReport } from "../registry.ts";
import { attestationMessage } from "./attestation.ts";
import type { Bundle } from "./bundle.ts";
import { decoded, fromBase64url, fromHex, toHex } from "./bytes.ts";
import { type Check, type Finding, checked, leftOpen } from "./check.ts";
import { verifySigned } from "./credential.ts";
import { firstDifference } from "./first-difference.ts";
import { ledgerProblems } from "./ledger.ts";
import {
  INVALID,
  mayPublishOpened,
  type OpenedBallot,
  openedHash,
  openedTotals,
  reportHash,
  tallyOpened,
} from "./opened.ts";

/** The ledger adds up, and agrees with the board and with the definition. */
export function checkLedger({ ledger, board, definition }: Bundle): Check {
  const findings: Finding[] = ledgerProblems(ledger).map((code) => ({ code }));
  if (ledger.ballots !== board.length) findings.push({ code: "ballots-differ-from-board" });
  const { electorate, present } = definition;
  if (ledger.entitled !== electorate.persons || ledger.present !== present.persons) {
    findings.push({ code: "persons-differ" });
  }
  return checked("ledger", findings);
}

/** The opened ballots are as many as the board's, and counted again they give the report. */
export async function checkCount(bundle: Bundle): Promise<Check> {
  const { opened, board, definition, report } = bundle;
  if (!opened) {
    return mayPublishOpened(definition.ballot.shape, board.length)
      ? checked("count", [{ code: "opened-missing" }])
      : leftOpen("count", { code: "opened-withheld" });
  }
  const findings: Finding[] = misplacedIn(opened, bundle);
  const total = openedTotals(opened).ballots;
  if (total !== board.length) {
    findings.push({ code: "opened-differs-from-board", opened: total, board: board.length });
  }
  if (toHex(await openedHash(opened)) !== bundle.openedHash) {
    findings.push({ code: "opened-hash-differs" });
  }
  const recounted = recountOf(bundle);
  if (!recounted) findings.push({ code: "not-countable" });
  else {
    const path = firstDifference(recounted, report, "report");
    if (path !== undefined) findings.push({ code: "report-differs", path });
  }
  return checked("count", findings);
}

/** The report of the opened ballots, or undefined where there are none or they cannot be counted. */
export function recountOf({ definition, opened, tie }: Bundle): AnyReport | undefined {
  try {
    // Only a lot or a casting vote that was declared beforehand may settle anything afterwards.
    const declared = tie && tie.kind === definition.tieRule;
    return opened && tallyOpened({ ...definition, ...(declared ? { tie } : {}) }, opened);
  } catch {
    return undefined;
  }
}

/** Enough scrutineers signed this board, these opened ballots and this report. */
export async function checkAttestations(bundle: Bundle, subtle: SubtleCrypto): Promise<Check> {
  const { definition, attestations } = bundle;
  if (definition.seal === "server" && attestations.length === 0) {
    return leftOpen("attestations", { code: "no-scrutineers" });
  }
  const message = attestationMessage(
    decoded(fromHex(bundle.head)),
    decoded(fromHex(bundle.openedHash)),
    await reportHash(bundle.report),
  );
  const findings: Finding[] = [];
  const right = new Set<string>();
  for (const [at, { personId, signature }] of attestations.entries()) {
    const keeper = definition.keepers.find((known) => known.personId === personId);
    if (!keeper || right.has(personId)) {
      findings.push({ code: "unknown-keeper", path: `attestations[${at}]` });
      continue;
    }
    const key = decoded(fromBase64url(keeper.signingKey));
    const valid = await verifySigned(key, decoded(fromBase64url(signature)), message, subtle);
    if (valid) right.add(personId);
    else findings.push({ code: "attestation-wrong", keeper: keeper.name });
  }
  if (right.size < definition.threshold) {
    const needed = definition.threshold;
    findings.push({ code: "too-few-attestations", given: right.size, needed });
  }
  return checked("attestations", findings);
}

/** Opened ballots that are unknown, repeated, empty or out of order. */
function misplacedIn(opened: readonly OpenedBallot[], { definition }: Bundle): Finding[] {
  return opened.flatMap(({ content, ballots }, at) => {
    const before = opened[at - 1];
    const known = content === INVALID || decodeBallot(content, definition.ballot) !== undefined;
    const inPlace = !before || before.content < content;
    if (known && inPlace && ballots > 0) return [];
    return [{ code: "opened-not-canonical" as const, path: `opened[${at}]` }];
  });
}
