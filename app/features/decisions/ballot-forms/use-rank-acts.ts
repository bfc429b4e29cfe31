import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { afterAct, placeOf, type RankAct, type Ranks } from "./rank-moves.ts";

type Place = { option: string; act: RankAct | "place" };

type RankActs = {
  /** Goes around the rows, each of which names its `data-option`, its buttons their `data-act`. */
  list: RefObject<HTMLDivElement>;
  /** The option that was moved last. */
  last: string | undefined;
  act: (option: string, act: RankAct) => void;
  /** As `act`, where a number was chosen. */
  moved: (option: string, ranks: Ranks) => void;
};

/**
 * Moves options and keeps the focus on the button that was pressed, wherever its row went: a row
 * that changes its place in the document loses it. Who adds options goes on to the next one.
 */
export function useRankActs(ranks: Ranks, onRanks: (ranks: Ranks) => void): RankActs {
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<Place>();
  const [last, setLast] = useState<string>();

  useLayoutEffect(() => {
    if (!next.current) return;
    buttonOf(list.current, next.current)?.focus();
    next.current = undefined;
  });

  return {
    list,
    last,
    act: (option, act) => {
      next.current = focusAfter(list.current, option, act);
      setLast(option);
      onRanks(afterAct(ranks, option, act));
    },
    moved: (option, after) => {
      if (placeOf(after, option) === 0) return;
      next.current = { option, act: "place" };
      setLast(option);
      onRanks(after);
    },
  };
}

function focusAfter(list: HTMLElement | null, option: string, act: RankAct): Place {
  if (act === "remove") return { option, act: "add" };
  if (act !== "add") return { option, act };
  const waiting = [...(list?.querySelectorAll<HTMLElement>(".rank-row-rest") ?? [])];
  const at = waiting.findIndex((row) => row.dataset["option"] === option);
  const neighbour = (waiting[at + 1] ?? waiting[at - 1])?.dataset["option"];
  return neighbour === undefined ? { option, act: "up" } : { option: neighbour, act: "add" };
}

function buttonOf(list: HTMLElement | null, { option, act }: Place): HTMLElement | null {
  const row = `[data-option="${CSS.escape(option)}"]`;
  return list?.querySelector<HTMLElement>(`${row} [data-act="${act}"]`) ?? null;
}
