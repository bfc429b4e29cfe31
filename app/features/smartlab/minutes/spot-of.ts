/** In the text area's own coordinates, before it is scrolled (px). */
export type Spot = { left: number; top: number; height: number };

/** What makes lines break where they do. */
const ALIKE = [
  "boxSizing",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStretch",
  "fontVariationSettings",
  "letterSpacing",
  "lineHeight",
  "tabSize",
  "textIndent",
  "wordSpacing",
] as const;

/**
 * Where places of a text area's text are: no browser says so. The text is set once more, unseen and
 * in the same way, and measured there.
 */
export function spotsOf(area: HTMLTextAreaElement, places: readonly number[]): Spot[] {
  const mirror = document.createElement("div");
  const style = getComputedStyle(area);
  for (const name of ALIKE) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: "absolute",
    visibility: "hidden",
    inlineSize: `${area.clientWidth}px`,
    boxSizing: "border-box",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
  });
  const text = area.value;
  const order = [...new Set(places)].sort((one, other) => one - other);
  let from = 0;
  const marks = new Map<number, HTMLElement>();
  for (const place of order) {
    const mark = document.createElement("span");
    // Of no width: a line must not break because of it.
    mark.textContent = "\u2060";
    mirror.append(text.slice(from, place), mark);
    marks.set(place, mark);
    from = place;
  }
  mirror.append(text.slice(from));
  document.body.append(mirror);
  const height = parseFloat(style.lineHeight) || 1.5 * parseFloat(style.fontSize);
  const spots = places.map((place) => {
    const mark = marks.get(place);
    return { left: mark?.offsetLeft ?? 0, top: mark?.offsetTop ?? 0, height };
  });
  mirror.remove();
  return spots;
}
