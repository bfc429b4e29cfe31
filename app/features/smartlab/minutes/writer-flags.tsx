import { type RefObject, useEffect, useState } from "react";
import type { Spot } from "./spot-of.ts";
import { spotsOf } from "./spot-of.ts";
import type { Writer } from "./writers-places.ts";

type Flag = Spot & { id: string; name: string; turned: boolean };

/** Where others write, with their names: for eyes; `Writing` says the same in words. */
export function WriterFlags({ box, writers }: { box: RefObject<HTMLElement>; writers: Writer[] }) {
  const [flags, setFlags] = useState<Flag[]>([]);
  useEffect(() => {
    const area = box.current?.querySelector("textarea");
    if (!area) return;
    const place = () => setFlags(flagsOn(area, writers));
    place();
    area.addEventListener("scroll", place, { passive: true });
    addEventListener("resize", place);
    return () => {
      area.removeEventListener("scroll", place);
      removeEventListener("resize", place);
    };
  }, [box, writers]);
  return (
    <div aria-hidden="true">
      {flags.map(({ id, name, left, top, height, turned }) => (
        <span
          key={id}
          className={turned ? "lab-flag lab-flag-turned" : "lab-flag"}
          style={{ insetInlineStart: left, insetBlockStart: top, blockSize: height }}
        >
          <span>{name}</span>
        </span>
      ))}
    </div>
  );
}

/** Those that are in sight; near the right edge the name hangs to the left. */
function flagsOn(area: HTMLTextAreaElement, writers: readonly Writer[]): Flag[] {
  const placed = writers.flatMap(({ at, ...writer }) =>
    at === undefined ? [] : { ...writer, at },
  );
  if (placed.length === 0) return [];
  const spots = spotsOf(
    area,
    placed.map(({ at }) => Math.min(at, area.value.length)),
  );
  const border = area.clientTop;
  return placed.flatMap(({ id, name }, index) => {
    const spot = spots[index];
    if (!spot) return [];
    const top = spot.top - area.scrollTop;
    if (top < 0 || top + spot.height > area.clientHeight) return [];
    return {
      id,
      name,
      left: area.offsetLeft + area.clientLeft + spot.left,
      top: area.offsetTop + border + top,
      height: spot.height,
      turned: spot.left > area.clientWidth / 2,
    };
  });
}
