import { useState } from "react";
import { steadyOrder } from "./steady-order.ts";

/** A list that holds still: `shown` ids, how many new ones wait, and how to let them in. */
export function useSteadyOrder(wanted: string[]): {
  shown: string[];
  waiting: number;
  showNew: () => void;
} {
  const [held, setHeld] = useState(wanted);
  const { shown, waiting } = steadyOrder(held, wanted);
  // An empty list has nothing that could jump.
  if (shown.length === 0 && waiting > 0) setHeld(wanted);
  return { shown, waiting, showNew: () => setHeld(wanted) };
}
