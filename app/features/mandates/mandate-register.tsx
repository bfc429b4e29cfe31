import { useTranslation } from "react-i18next";
import type { RegisteredMandate } from "#wire/mandates.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

/** The list that the bureau keeps with the minutes: who is represented by whom. */
export function MandateRegister({ register }: { register: RegisteredMandate[] }) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <Section title={t("register.heading")}>
      {register.length === 0 ? (
        <p className="muted">{t("register.none")}</p>
      ) : (
        <Table
          caption={t("register.caption")}
          captionHidden
          rows={register}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "giver",
              label: t("register.giver"),
              cell: ({ giver, giverNo }) => numbered(giver, giverNo),
            },
            {
              key: "holder",
              label: t("register.holder"),
              cell: ({ holder, holderNo }) => numbered(holder, holderNo),
            },
            {
              key: "standing",
              label: t("register.standing"),
              cell: ({ standing }) => t(`register.state.${standing}`),
            },
            {
              key: "since",
              label: t("register.since"),
              cell: ({ givenAt, answeredAt, endedAt }) =>
                formatDateTime(language, endedAt ?? answeredAt ?? givenAt),
            },
          ]}
        />
      )}
    </Section>
  );
}

function numbered(name: string, number: string | undefined): string {
  return number ? `${name} (${number})` : name;
}
