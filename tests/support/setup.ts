import { afterEach, beforeEach, expect, vi } from "vitest";

// An error on the console is a failure that nobody looked at.
const spy = vi.spyOn(console, "error");

beforeEach(() => {
  spy.mockClear();
});

afterEach(() => {
  expect(spy.mock.calls, "console.error was called").toEqual([]);
});
