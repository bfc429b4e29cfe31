import { Form, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { minutesRoom } from "#domain/smartlab/minutes/minutes.ts";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { MinutesPage, MinutesRoomView } from "#wire/lab-minutes.ts";
import type { LabInside } from "#wire/lab-work.ts";
import type { LiveText } from "./live-text.ts";
import type { WritingStatus } from "./outgoing-words.ts";
import { WriterFlags } from "./writer-flags.tsx";
import { Writing } from "./writing.tsx";
import type { Writer } from "./writers-places.ts";

/** How often a page without a socket asks what others wrote (ms). */
const ASK_MS = 5_000;

type Props = { lab: LabInside; page: MinutesPage; me: { id: string; name: string } };

/**
 * The text, written by whoever has it open. Without scripts it is a form whose text is taken into
 * what others wrote meanwhile.
 */
export function MinutesEditor({ lab, page, me }: Props) {
  const { t } = useTranslation("lab-work");
  const { minutes } = page;
  // What the page came with is the ground of a plain form; reading again must not move it.
  const [base] = useState(page.text);
  const area = useRef<HTMLDivElement>(null);
  const { status, writers } = useLiveText({ lab, page, me, base, area });
  return (
    <div className="stack lab-writing">
      {status && (
        <div className="row">
          <LiveBadge />
          <Writing
            writers={writers}
            textOf={() => area.current?.querySelector("textarea")?.value}
          />
        </div>
      )}
      <Form method="post" reloadDocument className="stack" ref={useForm(status !== undefined)}>
        <input type="hidden" name="intent" value="lab.minutes-save" />
        <input type="hidden" name="minutesId" value={minutes.id} />
        <input type="hidden" name="base" value={base} />
        <div ref={area} className="stack lab-area">
          <TextArea
            name="text"
            label={t("minutes.text")}
            help={t("minutes.help")}
            lang={lab.language}
            defaultValue={base}
            rows={18}
            // What a browser would fill in again is an older text, and would undo what others wrote.
            autoComplete="off"
          />
          <WriterFlags box={area} writers={writers} />
        </div>
        {status ? <Saved status={status} /> : <Button>{t("minutes.save")}</Button>}
      </Form>
    </div>
  );
}

/** Enter in a field sends nothing where every word travels by itself. */
function useForm(live: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    if (!live || !element) return;
    const stay = (event: Event) => event.preventDefault();
    element.addEventListener("submit", stay);
    return () => element.removeEventListener("submit", stay);
  }, [live]);
  return form;
}

function useLiveText({
  lab,
  page: { minutes, seq },
  me,
  base,
  area,
}: Props & { base: string; area: React.RefObject<HTMLDivElement> }) {
  const [status, setStatus] = useState<WritingStatus>();
  const [writers, setWriters] = useState<Writer[]>([]);
  const live = useRef<LiveText>();
  const [loaded] = useState(() => ({
    view: { phase: minutes.phase, seq, updates: {}, writers: {} } as MinutesRoomView,
  }));
  const { view: room } = useRoom<MinutesRoomView>(minutesRoom(minutes.id), loaded);
  const connection = useLiveStatus().status;
  const { revalidate } = useRevalidator();
  const told = useRef(room);
  const placeWriters = useCallback(() => {
    const now = live.current?.writers(told.current) ?? [];
    setWriters((before) => (before.length + now.length === 0 ? before : now));
  }, []);

  useEffect(() => {
    const element = area.current?.querySelector("textarea");
    let gone = false;
    const begin = async () => {
      const { LiveText } = await import("./live-text.ts");
      if (gone || !element) return;
      const options = { minutesId: minutes.id, slug: lab.slug, personId: me.id, area: element };
      const text = new LiveText({
        ...options,
        base,
        onStatus: setStatus,
        onText: placeWriters,
      });
      live.current = text;
      await text.start();
    };
    void begin();
    return () => {
      gone = true;
      live.current?.close();
      live.current = undefined;
    };
  }, [minutes.id, lab.slug, me.id, base, area, placeWriters]);
  useEffect(() => {
    told.current = room;
    live.current?.take(room);
    placeWriters();
  }, [room, status, placeWriters]);
  useEffect(() => {
    if (room.phase !== minutes.phase) revalidate();
  }, [room.phase, minutes.phase, revalidate]);
  useEffect(() => {
    if (connection === "connected") return;
    const asking = setInterval(() => void live.current?.catchUp(), ASK_MS);
    return () => clearInterval(asking);
  }, [connection]);

  const cut = status === "sending" && connection !== "connected";
  return { status: cut ? ("waiting" as const) : status, writers };
}

function Saved({ status }: { status: WritingStatus }) {
  const { t } = useTranslation("lab-work");
  if (status === "refused") {
    return (
      <Notice tone="stop" title={t("minutes.refused.title")} role="alert">
        <p>{t("minutes.refused.body")}</p>
      </Notice>
    );
  }
  return (
    <p className="muted" role="status" data-status={status}>
      {t(`minutes.status.${status}`)}
    </p>
  );
}
