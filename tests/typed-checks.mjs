// Types, then lint, in one process: what `tsc --noEmit` and `eslint .` say, with every type worked
// out once for both. Ends with 1 where either found something.
import { ESLint } from "eslint";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../server/cli/setup.mjs";

const program = createProgram();
const sound = [checkTypes(), await lint()];
process.exitCode = sound.every(Boolean) ? 0 : 1;

function createProgram() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const { fileNames, options, projectReferences, errors } = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, "tsconfig.json"),
    { noEmit: true },
    host,
  );
  return ts.createProgram({
    rootNames: fileNames,
    options,
    projectReferences,
    configFileParsingDiagnostics: errors,
  });
}

function fail(diagnostic) {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}

function checkTypes() {
  const found = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
  const host = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => "\n",
  };
  process.stdout.write(ts.formatDiagnostics(found, host));
  return found.length === 0;
}

async function lint() {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfig: {
      files: ["**/*.{ts,tsx}"],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const results = await eslint.lintFiles(["."]);
  const formatter = await eslint.loadFormatter("stylish");
  process.stdout.write(await formatter.format(results));
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}
