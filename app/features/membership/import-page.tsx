import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isImportRunning, type ImportReport } from "#domain/membership/register-import.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Table } from "#app/ui/table.tsx";
import type { FormAnswer } from "./guard.server.ts";
import { ImportState } from "./import-state.tsx";
import { RegisterNav } from "./register-nav.tsx";
import { usePolling } from "./use-polling.ts";

/** A register file is checked line by line, then written as a whole or not at all. */
export function ImportPage({ imports, answer }: { imports: ImportReport[]; answer?: FormAnswer }) {
  const { t } = useTranslation("membership");
  const [latest, ...earlier] = imports;
  const running = latest !== undefined && isImportRunning(latest.status);
  usePolling(running, 1_000);
  return (
    <Page wide title={t("import.title")} lead={<p>{t("import.lead")}</p>}>
      <RegisterNav />
      {running && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      {latest ? (
        <ImportState report={latest} />
      ) : (
        <EmptyState title={t("import.none.title")}>{t("import.none.body")}</EmptyState>
      )}
      {!running && <UploadForm />}
      {earlier.length > 0 && <Earlier imports={earlier} />}
    </Page>
  );
}

function UploadForm() {
  const { t } = useTranslation("membership");
  return (
    <Section title={t("import.upload.title")}>
      <p>{t("import.upload.lead")}</p>
      <p>
        <a href="/membership/import/template.csv" download>
          {t("import.upload.template")}
        </a>
      </p>
      <Form
        method="post"
        encType="multipart/form-data"
        reloadDocument
        className="stack narrow-form"
      >
        <Field
          label={t("import.upload.file")}
          help={t("import.upload.fileHelp")}
          name="file"
          type="file"
          accept=".csv,text/csv"
        />
        <Button>{t("import.upload.check")}</Button>
      </Form>
    </Section>
  );
}

function Earlier({ imports }: { imports: ImportReport[] }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  return (
    <Section title={t("import.earlier")}>
      <Table
        caption={t("tableOf", { title: t("import.earlier") })}
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          { key: "file", label: t("import.file"), cell: ({ fileName }) => fileName },
          {
            key: "when",
            label: t("import.when"),
            cell: ({ startedAt }) => formatDateTime(language, startedAt),
          },
          { key: "who", label: t("import.who"), cell: ({ startedBy }) => startedBy },
          {
            key: "state",
            label: t("import.state"),
            cell: ({ status }) => t(`import.status.${status}`),
          },
        ]}
      />
    </Section>
  );
}
