import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Book } from "#domain/workers-assembly/book.ts";
import type { BookEditPage as Loaded } from "#wire/workers-book.ts";
import { LineNav } from "../line-nav.tsx";
import "../../programme/programme.css";
import "./book.css";

type Props = { page: Loaded };

/** Where the coordination makes the book: what stands around the demands, then its versions. */
export function BookEditPage({ page }: Props) {
  const { t } = useTranslation("workers-book");
  const { head, draft } = page;
  return (
    <Page
      kicker={<Link to={`/workers-assembly/${head.slug}/book`}>{t("title")}</Link>}
      title={t("edit.title")}
      lead={<p>{t("edit.lead")}</p>}
    >
      <LineNav head={head} />
      <Missing page={page} />
      {draft && <Draft draft={draft} />}
      <Around page={page} />
      <Publish page={page} />
      <Transmit page={page} />
    </Page>
  );
}

function Missing({ page: { missing } }: Props) {
  const { t } = useTranslation("workers-book");
  if (missing.length === 0) return null;
  return (
    <Notice tone="wait" title={t("edit.missing")}>
      <ul>
        {missing.map((gap) => (
          <li key={gap}>{t(`edit.gap.${gap}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What would appear, in brief, and which translations nobody reviewed since they changed. */
function Draft({ draft }: { draft: Book }) {
  const { t } = useTranslation("workers-book");
  const { demands, annex } = draft;
  const stale = demands.filter(({ texts }) => texts.some((text) => text.stale));
  return (
    <Section title={t("edit.draft")}>
      <p>{t("edit.draftText", { count: demands.length, annex: annex.length })}</p>
      <ol>
        {demands.map(({ id, texts: [text] }) => (
          <li key={id}>{text && <Words of={{ [text.language]: text.sentence }} tagged />}</li>
        ))}
      </ol>
      {stale.length > 0 && (
        <Notice tone="wait" title={t("edit.stale")}>
          <p>{stale.map(({ code }) => code).join(", ")}</p>
        </Notice>
      )}
    </Section>
  );
}

function Around({ page: { head, revision, foreword, recruited, present } }: Props) {
  const { t } = useTranslation("workers-book");
  const values = { ...dotted("foreword", foreword), ...dotted("recruited", recruited) };
  return (
    <Section title={t("edit.around")}>
      <ActForm
        // What was kept is shown as it was kept.
        key={revision}
        act="workers-book.write"
        fields={{ slug: head.slug, revision: String(revision) }}
        label={t("edit.save")}
        className="stack"
      >
        <InLanguages
          legend={t("edit.foreword")}
          help={t("edit.forewordHelp")}
          name="foreword"
          values={values}
          maxLength={4_000}
          long
        />
        <InLanguages
          legend={t("edit.recruited")}
          help={t("edit.recruitedHelp")}
          name="recruited"
          values={values}
          maxLength={2_000}
          long
        />
        <Field
          label={t("edit.present")}
          name="present"
          type="number"
          min={0}
          optional
          defaultValue={present}
        />
      </ActForm>
    </Section>
  );
}

function dotted(name: string, texts: Translated): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [`${name}.${language}`, text]),
  );
}

function Publish({ page: { head, missing, versions } }: Props) {
  const { t } = useTranslation("workers-book");
  const next = (versions[0]?.version ?? 0) + 1;
  const label = next === 1 ? t("edit.publish.first") : t("edit.publish.next", { version: next });
  return (
    <Section title={t("edit.publish.title")}>
      {missing.length > 0 ? (
        <p className="muted">{t("edit.publish.why")}</p>
      ) : (
        <ConfirmAct
          act="workers-book.publish"
          fields={{ slug: head.slug }}
          summary={label}
          why={t("edit.publish.why")}
          opener="primary"
          label={label}
          tone="primary"
          className="stack"
        >
          {next > 1 && (
            <InLanguages
              legend={t("edit.publish.changed")}
              name="changed"
              values={{}}
              maxLength={2_000}
              long
            />
          )}
        </ConfirmAct>
      )}
    </Section>
  );
}

function Transmit({ page: { head, draft, versions, transmitted } }: Props) {
  const { t } = useTranslation("workers-book");
  const count = (draft?.annex.length ?? 0) + (draft?.demands.length ?? 0);
  return (
    <Section title={t("edit.transmit.title")}>
      {transmitted > 0 ? (
        <p>{t("edit.transmit.done", { count: transmitted })}</p>
      ) : versions.length === 0 ? (
        <p className="muted">{t("edit.transmit.first")}</p>
      ) : (
        <>
          <p>{t("edit.transmit.text", { count })}</p>
          <ConfirmAct
            act="workers-book.transmit"
            fields={{ slug: head.slug }}
            summary={t("edit.transmit.act")}
            why={t("edit.transmit.why")}
            label={t("edit.transmit.act")}
            tone="primary"
          />
        </>
      )}
    </Section>
  );
}
