import { readFile } from "node:fs/promises";
import { translator } from "#app/i18n/server.ts";
import type { Check } from "#domain/decisions/secret/check.ts";
import { type Recount, recount } from "#domain/decisions/secret/recount.ts";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import { resultInWords } from "./recount-result.ts";

/** Exit codes: every check passed or was left open; one failed; there was no bundle to count. */
const EXIT = { counted: 0, failed: 1, noBundle: 2 } as const;

/** `npm run recount -- <bundle.json>`: counts a secret vote again, in the terminal's language. */
export async function main([file, ...rest]: string[]): Promise<void> {
  const { t } = translator(terminalLanguage());
  if (!file || rest.length > 0) return end(EXIT.noBundle, t("recount:command.usage"));
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return end(EXIT.noBundle, t("recount:command.noFile", { file }));
  const counted = await recount(text, { progress: showProgress });
  hideProgress();
  if (!counted.ok) {
    const { problem } = counted;
    const why = t(`recount:problem.${problem.code}`, problem);
    return end(EXIT.noBundle, `${t("recount:problem.title")} ${why}`);
  }
  const { passed, checks } = counted.value;
  process.stdout.write(
    `${[...checks.map(checkInWords), summaryInWords(counted.value)].join("\n\n")}\n`,
  );
  const open = checks.some(({ state }) => state === "open");
  const outcome = !passed ? "failed" : open ? "open" : "passed";
  end(passed ? EXIT.counted : EXIT.failed, t(`recount:outcome.${outcome}`));
}

const MARKS: Record<Check["state"], string> = { passed: "✓", failed: "✗", open: "○" };

function checkInWords({ name, state, findings, failures }: Check): string {
  const { t } = translator(terminalLanguage());
  const more = failures - findings.length;
  return [
    `${MARKS[state]} ${t(`recount:checks.${name}.name`)} · ${t(`recount:state.${state}`)}`,
    `  ${t(`recount:checks.${name}.explain`)}`,
    ...findings.map((finding) => `  – ${t(`recount:finding.${finding.code}`, finding)}`),
    ...(more > 0 ? [`  – ${t("recount:finding.more", { count: more })}`] : []),
  ].join("\n");
}

/** The board's head to compare with the room's, the ballots, and the result. */
function summaryInWords(counted: Recount): string {
  const language = terminalLanguage();
  const { t } = translator(language);
  const { head, ballots, blank, invalid } = counted.summary;
  const lines: [string, string | number | undefined][] = [
    [t("recount:summary.head"), head],
    [t("recount:summary.ballots"), ballots],
    [t("recount:summary.blank"), blank],
    [t("recount:summary.invalid"), invalid],
  ];
  const known = lines.filter(([, value]) => value !== undefined);
  const width = Math.max(...known.map(([label]) => label.length)) + LABEL_GAP;
  return [
    ...known.map(([label, value]) => `${label.padEnd(width)}${value}`),
    ...resultInWords(counted, language),
  ].join("\n");
}

/** Columns between a label and its value. */
const LABEL_GAP = 2;

function showProgress({ done, total }: { done: number; total: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total} `);
}

function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

function end(code: number, words: string): void {
  (code === EXIT.noBundle ? process.stderr : process.stdout).write(`\n${words}\n`);
  process.exitCode = code;
}

/** `nl_BE.UTF-8` is nl; a terminal that says nothing is spoken to in English. */
function terminalLanguage(): Language {
  const named = (process.env["LC_ALL"] ?? process.env["LC_MESSAGES"] ?? process.env["LANG"] ?? "")
    .slice(0, 2)
    .toLowerCase();
  return isLanguage(named) ? named : "en";
}
