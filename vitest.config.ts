import { defineConfig } from "vitest/config";

const SUITES = ["unit", "integration", "realtime", "e2e"] as const;
type Suite = (typeof SUITES)[number];

/** Milliseconds that one test may take. */
const TIMEOUT: Record<Suite, number> = {
  unit: 10_000,
  integration: 30_000,
  realtime: 60_000,
  e2e: 180_000,
};

export default defineConfig({
  test: {
    projects: SUITES.map((name) => ({
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        setupFiles: ["tests/support/setup.ts"],
        globalSetup: name === "unit" ? [] : ["tests/support/global-postgres.ts"],
        testTimeout: TIMEOUT[name],
        hookTimeout: 120_000,
        // What kills its own servers has the two cores for itself. Browsers mostly wait.
        fileParallelism: name !== "realtime",
        maxWorkers: 2,
      },
    })),
  },
});
