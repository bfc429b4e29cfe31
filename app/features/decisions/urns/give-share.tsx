import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";

type GiveShareProps = {
  /** Whether this browser keeps the share; it can always be typed from paper. */
  kept: boolean;
  busy: boolean;
  onGive: (typed?: string) => void;
};

/** Gives the share for the opening: from this browser, or from the printed copy. */
export function GiveShare({ kept, busy, onGive }: GiveShareProps) {
  const { t } = useTranslation("urns");
  if (!kept) return <TypedShare busy={busy} onGive={onGive} />;
  return (
    <>
      <Button type="button" busy={busy} onClick={() => busy || onGive()}>
        {t("step.give.button")}
      </Button>
      <Fold label={t("typed.summary")}>
        <TypedShare busy={busy} onGive={onGive} />
      </Fold>
    </>
  );
}

function TypedShare({ busy, onGive }: Omit<GiveShareProps, "kept">) {
  const { t } = useTranslation("urns");
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onGive(typed);
  };
  return (
    <form className="act-form" onSubmit={submit}>
      <ShareField value={typed} onChange={setTyped} label={t("typed.label")} />
      <Button busy={busy}>{t("typed.button")}</Button>
    </form>
  );
}

type ShareFieldProps = { label: string; value: string; onChange: (typed: string) => void };

/** A share as it is printed; its signs say themselves whether one is wrong. */
export function ShareField({ label, value, onChange }: ShareFieldProps) {
  const { t } = useTranslation("urns");
  return (
    <TextArea
      label={label}
      help={t("typed.help")}
      rows={3}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="urn-typed"
    />
  );
}
