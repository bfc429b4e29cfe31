import { useTranslation } from "react-i18next";
import { Field } from "#app/ui/field.tsx";
import type { FieldValues } from "./field-values.ts";
import { InLanguages } from "./in-languages.tsx";

/** Addresses of what is sent out: all https, all optional. */
export function StreamFields({
  values,
  interpreted,
}: {
  values: FieldValues;
  /** Whether a place may have channels of interpretation. */
  interpreted: boolean;
}) {
  const { t } = useTranslation("programme");
  return (
    <details className="write-text">
      <summary>{t("form.stream")}</summary>
      <div className="stack">
        <Field
          label={t("form.embed")}
          help={t("form.embedHelp")}
          name="embed"
          type="url"
          optional
          defaultValue={values["embed"]}
        />
        <InLanguages
          legend={t("stream.captions")}
          name="captions"
          values={values}
          maxLength={500}
          type="url"
        />
        {interpreted && (
          <InLanguages
            legend={t("stream.interpretation")}
            name="interpretation"
            values={values}
            maxLength={500}
            type="url"
          />
        )}
        <Field
          label={t("form.replay")}
          name="replay"
          type="url"
          optional
          defaultValue={values["replay"]}
        />
      </div>
    </details>
  );
}
