import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { whatChanged, type Announcement } from "./announcements.ts";
import { useWords } from "./use-words.ts";

/** Says aloud what happens in the room to whoever does not see it: an opened vote first of all. */
export function SessionAnnouncer({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const words = useWords();
  const before = useRef(view);
  const [message, setMessage] = useState("");

  useEffect(() => {
    const happened = whatChanged(before.current, view);
    before.current = view;
    if (happened.length > 0) {
      setMessage(happened.map((one) => t(`announce.${one.what}`, detail(one, words))).join(" "));
    }
  }, [view, t, words]);

  return <LiveRegion message={message} />;
}

function detail(
  one: Announcement,
  words: ReturnType<typeof useWords>,
): Record<string, string | number> {
  return "title" in one ? { ...one, title: words(one.title) } : { ...one };
}
