import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { BodyChoice, GrantLine } from "#server/features/membership/grants.ts";
import { useBodyName } from "./use-body-name.ts";

type Props = { caption: string; grants: GrantLine[]; bodies: BodyChoice[]; endable?: boolean };

/** Grants, one a line. */
export function GrantTable({ caption, grants, bodies, endable = false }: Props) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const nameOf = useBodyName(bodies);
  const until = (day: string | null) =>
    day ? formatDate(language, day, "short") : t("roles.open");
  return (
    <Table
      caption={t("tableOf", { title: caption })}
      captionHidden
      rows={grants}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: t("roles.person"), cell: ({ name }) => name },
        { key: "role", label: t("roles.role"), cell: ({ role }) => t(`roles.names.${role}`) },
        { key: "body", label: t("roles.body"), cell: ({ body }) => nameOf(body) },
        {
          key: "from",
          label: t("roles.from"),
          cell: ({ validFrom, state }) => (
            <>
              {formatDate(language, validFrom, "short")}{" "}
              {state === "coming" && <Tag tone="ochre">{t("roles.coming")}</Tag>}
            </>
          ),
        },
        { key: "to", label: t("roles.to"), cell: ({ validTo }) => until(validTo) },
        { key: "by", label: t("roles.by"), cell: ({ grantedBy }) => grantedBy ?? "–" },
        ...(endable
          ? [
              {
                key: "end",
                label: t("roles.end.column"),
                cell: (grant: GrantLine) => <EndForm grant={grant} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function EndForm({ grant }: { grant: GrantLine }) {
  const { t } = useTranslation("membership");
  return (
    <Confirm label={t("roles.end.label")} why={t("roles.end.why", { name: grant.name })}>
      <Form method="post" reloadDocument className="stack">
        <input type="hidden" name="grantId" value={grant.id} />
        <Field label={t("roles.end.reason")} name="reason" minLength={3} maxLength={300} />
        <Button name="intent" value="end" tone="stop">
          {t("roles.end.confirm")}
        </Button>
      </Form>
    </Confirm>
  );
}
