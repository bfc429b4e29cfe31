import { defineConfig } from "vitest/config";

type Suite = {
  include: string;
  /** Milliseconds that one test may take. */
  testTimeout: number;
  /** Files at a time, on two cores. */
  maxWorkers: number;
  /** Whether each file loads the code anew. */
  isolate?: boolean;
};

/** tests/run.mjs runs one after the other, in this order. */
const SUITES: Record<string, Suite> = {
  // Loading the code anew for each file took longer than its tests.
  unit: {
    include: "tests/unit/**/*.test.{ts,tsx}",
    testTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
  },
  integration: {
    include: "tests/integration/**/*.test.ts",
    testTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
  },
  // What dies and comes back is mostly waited for.
  realtime: {
    include: "tests/realtime/*.test.ts",
    testTimeout: 600_000,
    maxWorkers: 3,
    isolate: false,
  },
  // Browsers mostly wait.
  e2e: { include: "tests/e2e/*.test.ts", testTimeout: 300_000, maxWorkers: 3, isolate: false },
};

export default defineConfig({
  test: {
    projects: Object.entries(SUITES).map(([name, { include, ...how }]) => ({
      test: {
        name,
        ...how,
        include: [include],
        setupFiles: ["tests/support/setup.ts"],
        // What is waited for comes in its own time on a busy machine: a second says nothing of it.
        expect: { poll: { timeout: 60_000 } },
        globalSetup: name === "unit" ? [] : ["tests/support/global-postgres.ts"],
        hookTimeout: 240_000,
      },
    })),
  },
});
