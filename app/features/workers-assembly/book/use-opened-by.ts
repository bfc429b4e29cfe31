import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** A fold that an address with one of these anchors opens: whoever follows a link came to read. */
export function useOpenedBy(anchors: readonly string[]) {
  const fold = useRef<HTMLDetailsElement>(null);
  const anchor = useLocation().hash.slice(1);
  const meant = anchors.includes(anchor);
  useEffect(() => {
    if (!meant || !fold.current) return;
    fold.current.open = true;
    document.getElementById(anchor)?.scrollIntoView();
  }, [meant, anchor]);
  return fold;
}
