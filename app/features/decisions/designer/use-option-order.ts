import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { afterMove, type Way } from "./option-moves.ts";

type OptionOrder = {
  list: RefObject<HTMLOListElement>;
  /** Rows as they were saved, in the order in which they stand now. */
  order: number[];
  /** The row that was moved last. */
  moved: number | undefined;
  move: (row: number, way: Way) => void;
};

/**
 * Moves options about before they are saved, and keeps the focus on the button that was pressed: a
 * row that changes its place in the document loses it.
 */
export function useOptionOrder(count: number): OptionOrder {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string>();
  const [order, setOrder] = useState(() => Array.from({ length: count }, (_, row) => row));
  const [moved, setMoved] = useState<number>();

  useLayoutEffect(() => {
    if (!pressed.current) return;
    list.current?.querySelector<HTMLElement>(`[value="${pressed.current}"]`)?.focus();
    pressed.current = undefined;
  });

  return {
    list,
    order,
    moved,
    move: (row, way) => {
      pressed.current = `${way}.${row}`;
      setMoved(row);
      setOrder(afterMove(order, order.indexOf(row), way));
    },
  };
}
