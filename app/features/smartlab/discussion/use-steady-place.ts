import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

type Held = { element: Element; top: number };

/**
 * What somebody looks at stays where it is on the screen when the list above or around it changes:
 * the field they write in where it is in sight, else the first piece of the list that is.
 */
export function useSteadyPlace(
  list: RefObject<HTMLElement>,
  field: RefObject<HTMLElement>,
  changed: unknown,
): void {
  const held = useRef<Held>();
  useEffect(() => {
    const hold = () => (held.current = inSight(list.current, field.current));
    hold();
    addEventListener("scroll", hold, { passive: true });
    // Something was unfolded, or the window changed.
    const sizes = new ResizeObserver(hold);
    for (const { current } of [list, field]) if (current) sizes.observe(current);
    return () => {
      removeEventListener("scroll", hold);
      sizes.disconnect();
    };
  }, [list, field]);
  useLayoutEffect(() => {
    const before = held.current;
    // Before anything is painted, but after the router has scrolled to where the page was when it
    // began to be read again.
    const frame = requestAnimationFrame(() => {
      if (before?.element.isConnected) {
        const moved = before.element.getBoundingClientRect().top - before.top;
        if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
      }
      held.current = inSight(list.current, field.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [list, field, changed]);
}

function inSight(list: Element | null, field: Element | null): Held | undefined {
  const pieces = [...(field ? [field] : []), ...(list?.children ?? [])];
  for (const element of pieces) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return { element, top };
  }
  return undefined;
}
