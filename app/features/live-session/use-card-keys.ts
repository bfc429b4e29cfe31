import { useEffect, type RefObject } from "react";

const CARD = "[data-card]";

/**
 * Keys as additions to buttons, only while the focus is inside a card of the list (WCAG 2.1.4):
 * a letter presses the button that names it in `aria-keyshortcuts`, arrows go from card to card.
 */
export function useCardKeys(list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const card = target.closest<HTMLElement>(CARD);
      if (!card || isWriting(target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        focusNeighbour(element, card, event.key === "ArrowDown" ? 1 : -1);
        return;
      }
      const key = CSS.escape(event.key.toUpperCase());
      const button = card.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
      button.focus();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [list]);
}

function isWriting(target: HTMLElement): boolean {
  return target.matches("input, textarea, select");
}

function focusNeighbour(list: HTMLElement, card: HTMLElement, step: 1 | -1): void {
  const cards = [...list.querySelectorAll<HTMLElement>(CARD)];
  const next = cards[cards.indexOf(card) + step];
  next?.querySelector<HTMLElement>("button, summary")?.focus();
}
