import { useEffect, useRef, useState, type RefObject } from "react";

/**
 * Rows that follow the pointer, beside the buttons that do the same. A row changes places with the
 * one under the pointer once it is past that one's middle.
 */
export function useDrag(
  list: RefObject<HTMLElement>,
  onPlace: (option: string, place: number) => void,
): { dragged: string | undefined; grab: (option: string) => void } {
  const [dragged, grab] = useState<string>();
  const place = useRef(onPlace);
  place.current = onPlace;

  useEffect(() => {
    if (dragged === undefined) return;
    // Listened to on the window: a row that moves in the document gives up the pointer.
    const follow = ({ clientY }: PointerEvent) => {
      const to = placeUnder(list.current, dragged, clientY);
      if (to !== undefined) place.current(dragged, to);
    };
    const drop = () => grab(undefined);
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", drop);
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", drop);
    };
  }, [dragged, list]);

  return { dragged, grab };
}

/** The place of the row at this height, if it is past its middle and another than the dragged one. */
function placeUnder(list: HTMLElement | null, dragged: string, height: number): number | undefined {
  const rows = [...(list?.querySelectorAll<HTMLElement>(".rank-row:not(.rank-row-rest)") ?? [])];
  const from = rows.findIndex((row) => row.dataset["option"] === dragged);
  const at = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return height >= top && height < bottom;
  });
  const row = rows[at];
  if (!row || at === from) return undefined;
  const { top, height: size } = row.getBoundingClientRect();
  const past = at > from ? height > top + size / 2 : height < top + size / 2;
  return past
    ? Number(row.querySelector<HTMLInputElement>("input[type=hidden]")?.value)
    : undefined;
}
