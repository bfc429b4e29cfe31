import { Form, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { minutesRoom } from "#domain/smartlab/minutes/minutes.ts";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useLiveStatus, useRoom } from "#app/features/live-session/use-room.ts";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { MinutesPage, MinutesRoomView } from "#wire/lab-minutes.ts";
import type { LabInside } from "#wire/lab-work.ts";
import type { LiveText, WritingStatus } from "./live-text.ts";

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
  const { status, room } = useLiveText({ lab, page, me, base, area });
  const writers = Object.entries(room.writers).flatMap(([id, name]) => (id === me.id ? [] : name));
  return (
    <div className="stack lab-writing">
      {status && (
        <div className="row">
          <LiveBadge />
          <Writing writers={writers} />
        </div>
      )}
      <Form method="post" reloadDocument className="stack" ref={useForm(status !== undefined)}>
        <input type="hidden" name="intent" value="lab.minutes-save" />
        <input type="hidden" name="minutesId" value={minutes.id} />
        <input type="hidden" name="base" value={base} />
        <div ref={area} className="stack">
          <TextArea
            name="text"
            label={t("minutes.text")}
            help={t("minutes.help")}
            lang={lab.language}
            defaultValue={base}
            rows={18}
          />
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
  const live = useRef<LiveText>();
  const [loaded] = useState(() => ({
    view: { phase: minutes.phase, seq, updates: {}, writers: {} } as MinutesRoomView,
  }));
  const { view: room } = useRoom<MinutesRoomView>(minutesRoom(minutes.id), loaded);
  const connection = useLiveStatus().status;
  const { revalidate } = useRevalidator();

  useEffect(() => {
    const element = area.current?.querySelector("textarea");
    let gone = false;
    const begin = async () => {
      const { LiveText } = await import("./live-text.ts");
      if (gone || !element) return;
      const options = { minutesId: minutes.id, slug: lab.slug, personId: me.id, area: element };
      const text = new LiveText({ ...options, base, onStatus: setStatus });
      live.current = text;
      await text.start();
    };
    void begin();
    return () => {
      gone = true;
      live.current?.close();
      live.current = undefined;
    };
  }, [minutes.id, lab.slug, me.id, base, area]);
  useEffect(() => live.current?.take(room), [room, status]);
  useEffect(() => {
    if (room.phase !== minutes.phase) revalidate();
  }, [room.phase, minutes.phase, revalidate]);
  useEffect(() => {
    if (connection === "connected") return;
    const asking = setInterval(() => void live.current?.catchUp(), ASK_MS);
    return () => clearInterval(asking);
  }, [connection]);

  const cut = status === "sending" && connection !== "connected";
  return { status: cut ? ("waiting" as const) : status, room };
}

function Writing({ writers }: { writers: string[] }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  if (writers.length === 0) return null;
  return (
    <p className="muted">
      {t("minutes.writing", { count: writers.length, names: formatList(language, writers) })}
    </p>
  );
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
