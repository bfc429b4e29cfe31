import { useEffect, useRef, type RefObject } from "react";

/** Brings the focus and the eye to a heading that takes the place of what was there before. */
export function useArrival<E extends HTMLElement>(when = true): RefObject<E> {
  const heading = useRef<E>(null);
  useEffect(() => {
    if (when) heading.current?.focus();
  }, [when]);
  return heading;
}
