import { defineConfig } from "vitest/config";

type Suite = {
  include: string;
  exclude?: string;
  /** Milliseconds that one test may take. */
  testTimeout: number;
  /** Files at a time, on two cores. */
  maxWorkers: number;
  /** Whether each file loads the code anew. */
  isolate?: boolean;
};

/** What kills its own servers. */
const FAULTS = "tests/realtime/*-faults.test.ts";

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
  realtime: {
    include: "tests/realtime/*.test.ts",
    exclude: FAULTS,
    testTimeout: 240_000,
    maxWorkers: 2,
  },
  // The two cores for itself: three web processes, a database that dies, dozens who come back.
  faults: { include: FAULTS, testTimeout: 600_000, maxWorkers: 1 },
  // Browsers mostly wait.
  e2e: { include: "tests/e2e/*.test.ts", testTimeout: 300_000, maxWorkers: 3, isolate: false },
};

export default defineConfig({
  test: {
    projects: Object.entries(SUITES).map(([name, { include, exclude, ...how }]) => ({
      test: {
        name,
        ...how,
        include: [include],
        exclude: exclude ? [exclude] : [],
        setupFiles: ["tests/support/setup.ts"],
        // What is waited for comes in its own time on a busy machine: a second says nothing of it.
        expect: { poll: { timeout: 60_000 } },
        globalSetup: name === "unit" ? [] : ["tests/support/global-postgres.ts"],
        hookTimeout: 240_000,
      },
    })),
  },
});
