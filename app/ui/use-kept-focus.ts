import { type RefObject, useEffect } from "react";

const PLACES = "section, li, main";

/**
 * When what had the focus leaves the page (a button that did its act, a link to another page), the
 * nearest place it stood in takes the focus, and on a new page its heading: nobody who works by
 * keyboard or by ear is sent back to the top of the document.
 */
export function useKeptFocus(main: RefObject<HTMLElement>): void {
  useEffect(() => {
    const root = main.current;
    if (!root) return;
    let last: Element | null = null;
    let places: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      last = target as Element;
      places = placesOf(last);
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const place = places.find((one) => one.isConnected);
      last = null;
      if (place)
        giveFocus(place === root ? (root.querySelector<HTMLElement>("h1") ?? root) : place);
    });
    root.addEventListener("focusin", remember);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      root.removeEventListener("focusin", remember);
    };
  }, [main]);
}

/** From the inside out. */
function placesOf(element: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(PLACES);
  return place ? [place, ...placesOf(place)] : [];
}

function giveFocus(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}
