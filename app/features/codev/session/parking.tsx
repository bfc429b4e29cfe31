import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TEXT_LIMITS } from "#wire/codev-session.ts";
import { Field } from "#app/ui/field.tsx";
import { QueuedForm } from "./queued-form.tsx";

const MOST: (typeof TEXT_LIMITS)["line"] = 160;

/** What is worth coming back to, and not now. */
export function Parking({ sessionId, lines }: { sessionId: string; lines: string[] }) {
  const { t } = useTranslation("codev-session");
  const field = useRef<HTMLDivElement>(null);
  const empty = () =>
    field.current?.querySelectorAll("input").forEach((input) => (input.value = ""));
  return (
    <div className="stack">
      {lines.length > 0 && (
        <ul className="parking">
          {lines.map((line) => (
            <li key={line}>
              <span>{line}</span>
              <QueuedForm
                act="codev-session.unpark"
                fields={{ sessionId, line }}
                label={t("parking.remove")}
                about={line}
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={field}>
        <QueuedForm
          act="codev-session.park"
          fields={{ sessionId }}
          label={t("parking.add")}
          onDone={empty}
        >
          <Field name="line" label={t("parking.label")} maxLength={MOST} autoComplete="off" />
        </QueuedForm>
      </div>
    </div>
  );
}
