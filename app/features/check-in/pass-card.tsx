import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { ROOM_CODE_DIGITS } from "#domain/check-in/way-in.ts";
import type { QrPicture } from "#wire/check-in.ts";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { QrImage } from "./qr-image.tsx";

type PassCardProps = {
  qr: QrPicture;
  /** The pass's own address, where its form is answered. */
  path: string;
  refusal: Refusal | undefined;
};

/** What is read at the door: the pass as a picture. */
export function PassAtDoor({ qr }: Pick<PassCardProps, "qr">) {
  const { t } = useTranslation("check-in");
  return (
    <Section title={t("pass.show")}>
      <p>{t("pass.showText")}</p>
      <QrImage qr={qr} label={t("pass.picture")} />
      <p className="small muted">{t("pass.keep")}</p>
      <PrintButton>{t("pass.print")}</PrintButton>
    </Section>
  );
}

/** Once seated: the pass and the six digits of the room's screen are a way in. */
export function PassInRoom({ path, refusal }: Omit<PassCardProps, "qr">) {
  const { t } = useTranslation("check-in");
  return (
    <Section title={t("pass.room")}>
      <p>{t("pass.roomText")}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      <Form method="post" action={path} className="pass-form not-printed" reloadDocument>
        <input type="hidden" name="intent" value="enter" />
        <Field
          label={t("pass.code")}
          help={t("pass.help")}
          name="code"
          className="pass-digits"
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9 ]*"
          maxLength={ROOM_CODE_DIGITS + 2}
        />
        <Button>{t("pass.enter")}</Button>
      </Form>
    </Section>
  );
}
