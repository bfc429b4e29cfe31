import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { LINK_KINDS } from "#domain/ledger/links.ts";
import type { DraftPage, WritingPage } from "#wire/ledger-pages.ts";
import type { Finding } from "#domain/ledger/check.ts";
import { ItemFields } from "./item-fields.tsx";
import { ItemList } from "./item-list.tsx";
import { ItemWords } from "./item-tags.tsx";
import { LinkWords } from "./links.tsx";
import "./ledger.css";

/** Where a group's recommendation is begun, and drafts wait for their check. */
export function WritePage({ page }: { page: WritingPage }) {
  const { t } = useTranslation("ledger");
  const navigate = useNavigate();
  return (
    <Page
      kicker={<Link to="/ledger">{t("title")}</Link>}
      title={t("write.title")}
      lead={<p>{t("write.lead")}</p>}
    >
      {page.drafts.length > 0 && (
        <Section title={t("write.drafts")}>
          <ItemList items={page.drafts} to={({ number }) => `/ledger/${number}/edit`} />
        </Section>
      )}
      <Section title={t("write.new")}>
        <ActForm
          act="ledger.write"
          label={t("write.keep")}
          tone="primary"
          className="stack"
          onDone={({ number }) => navigate(`/ledger/${number}/edit`)}
        >
          <ItemFields groups={page.groups} values={{}} />
        </ActForm>
      </Section>
    </Page>
  );
}

/** A text with what is to be settled before it is published. */
export function EditPage({ page }: { page: DraftPage }) {
  const { t } = useTranslation("ledger");
  const { item, groups } = page;
  const draft = item.state === "draft";
  return (
    <Page
      kicker={<Link to="/ledger/write">{t("write.title")}</Link>}
      title={<ItemWords item={item}>{item.title}</ItemWords>}
      lead={<p>{t(draft ? "write.isDraft" : "write.isPublished")}</p>}
    >
      {draft && <Check page={page} />}
      <JudgedLinks page={page} />
      <Section title={t("write.text")}>
        <ActForm
          key={item.revision}
          act="ledger.change"
          fields={{ itemId: item.id, revision: String(item.revision) }}
          label={t("write.keep")}
          className="stack"
        >
          <ItemFields
            groups={groups}
            settled={!draft}
            values={{ ...item.sections, ...item, groupId: item.groupId }}
          />
        </ActForm>
      </Section>
      <ConfirmAct
        act="ledger.withdraw"
        fields={{ itemId: item.id }}
        summary={t("write.withdraw")}
        why={t("write.withdrawHow")}
        label={t("write.withdrawNow")}
        tone="stop"
        className="stack"
      >
        <TextArea label={t("contest.reason")} name="reason" rows={2} maxLength={1_000} />
      </ConfirmAct>
    </Page>
  );
}

/** What is to be settled, one by one; when nothing is, it can be published. */
function Check({ page: { item, findings } }: { page: DraftPage }) {
  const { t } = useTranslation("ledger");
  if (findings.length === 0) {
    return (
      <Notice tone="done" title={t("check.clear")}>
        <p>{t("check.clearHow")}</p>
        <ActForm
          act="ledger.publish"
          fields={{ itemId: item.id }}
          label={t("check.publish")}
          tone="primary"
        />
      </Notice>
    );
  }
  return (
    <Section title={t("check.title", { count: findings.length })}>
      <p className="muted">{t("check.how")}</p>
      <ul className="ledger-findings">
        {findings.map((finding, at) => (
          <li key={at}>
            <FindingWords finding={finding} itemId={item.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FindingWords({ finding, itemId }: { finding: Finding; itemId: string }) {
  const { t } = useTranslation("ledger");
  if (finding.kind === "unknown-number") return <>{t("check.unknown", finding)}</>;
  if (finding.kind === "printed-number") {
    const key = finding.number === undefined ? "check.printed" : "check.printedAs";
    return <>{t(key, { ...finding })}</>;
  }
  const other = (
    <Link to={`/ledger/${finding.number}`}>
      {t("number", { number: finding.number })} ·{" "}
      <ItemWords item={finding}>{finding.title}</ItemWords>
    </Link>
  );
  if (finding.kind === "ended-link") {
    return (
      <>
        {t("check.ended")} {other}
        <ActForm
          act="ledger.unlink"
          fields={{ itemId, to: String(finding.number) }}
          label={t("link.remove")}
        />
      </>
    );
  }
  return (
    <>
      {t(finding.opposed ? "check.opposed" : "check.alike")} {other}
      <ActForm
        act="ledger.link"
        fields={{ itemId, to: String(finding.number) }}
        label={t("link.judge")}
        about={t("number", { number: finding.number })}
        className="row"
      >
        <LinkKinds initial={finding.opposed ? "contradicts" : "unrelated"} />
      </ActForm>
    </>
  );
}

function LinkKinds({ initial }: { initial: string }) {
  const { t } = useTranslation("ledger");
  return (
    <Select
      label={t("link.how")}
      name="kind"
      defaultValue={initial}
      options={LINK_KINDS.map((value) => ({ value, label: t(`link.${value}`) }))}
    />
  );
}

/** Links as they were judged, and a form for one more. */
function JudgedLinks({ page: { item, links } }: { page: DraftPage }) {
  const { t } = useTranslation("ledger");
  return (
    <Section title={t("link.title")}>
      {links.length > 0 && (
        <ul className="ledger-findings">
          {links.map((link) => (
            <li key={link.number}>
              <LinkWords link={link} />
              <ActForm
                act="ledger.unlink"
                fields={{ itemId: item.id, to: String(link.number) }}
                label={t("link.remove")}
                about={t("number", { number: link.number })}
              />
            </li>
          ))}
        </ul>
      )}
      <details className="fold">
        <summary>{t("link.add")}</summary>
        <ActForm
          act="ledger.link"
          fields={{ itemId: item.id }}
          label={t("link.judge")}
          className="stack"
        >
          <LinkKinds initial="depends-on" />
          <Field label={t("link.number")} name="to" inputMode="numeric" pattern="[0-9]*" />
          <Field label={t("link.note")} name="note" optional maxLength={300} />
        </ActForm>
      </details>
    </Section>
  );
}
