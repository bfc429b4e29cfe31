import { useTranslation } from "react-i18next";
import type { SectionKey } from "#domain/minutes/document.ts";
import type { MinutesPage } from "#wire/minutes.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Select, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

type Draft = Extract<MinutesPage, { state: "draft" }>;

/** Begins the minutes in one of the languages that make law, or drafts them in another. */
export function BeginMinutes({ page, current }: { page: MinutesPage; current?: string }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const others = page.languages.filter((one) => one !== current);
  if (others.length === 0) return null;
  return (
    <Section title={t(current ? "begin.change" : "begin.heading")}>
      <p>{t(current ? "begin.changeWhy" : "begin.why")}</p>
      <PostedAct
        act="minutes.begin"
        fields={{ assemblyId: page.assembly.id }}
        label={t(current ? "begin.change" : "begin.submit")}
        tone={current ? "quiet" : "primary"}
      >
        <Select
          label={t("begin.language")}
          name="language"
          options={others.map((one) => ({ value: one, label: languageName(one, language) }))}
        />
      </PostedAct>
    </Section>
  );
}

type SectionFormProps = { page: Draft; section: SectionKey; answer: ActAnswer | undefined };

/** The secretary's own words for one part, behind a fold; what was refused is still in it. */
export function DraftSectionForm({ page, section, answer }: SectionFormProps) {
  const { t } = useTranslation("minutes");
  const drafted = page.sections.find(({ key }) => key === section);
  if (!drafted) return null;
  const { text, revision } = drafted;
  const fields = { assemblyId: page.assembly.id, section, revision: String(revision) };
  const refused =
    answer &&
    !answer.ok &&
    answer.intent === "minutes.write" &&
    answer.fields["section"] === section
      ? answer.fields["text"]
      : undefined;
  return (
    <details className="minutes-edit not-printed" open={refused !== undefined}>
      <summary className="button button-quiet">
        {t("draft.edit")}
        {revision > 0 && <span className="muted"> · {t("draft.rewritten")}</span>}
      </summary>
      <div className="stack" key={revision}>
        <PostedAct act="minutes.write" fields={fields} label={t("draft.save")} tone="primary">
          <TextArea
            name="text"
            label={t("draft.text")}
            help={t("draft.help")}
            rows={8}
            maxLength={20_000}
            optional
            lang={page.document.language}
            defaultValue={refused ?? text}
          />
        </PostedAct>
        {revision > 0 && (
          <Confirm label={t("draft.redraft")} why={t("draft.redraftWhy")}>
            <PostedAct act="minutes.redraft" fields={fields} label={t("draft.redraft")} />
          </Confirm>
        )}
      </div>
    </details>
  );
}

/** The last act of the secretary, once nothing is waited for. */
export function FreezeMinutes({ page }: { page: Draft }) {
  const { t } = useTranslation("minutes");
  const { open, votes } = page.waiting;
  return (
    <Section title={t("freeze.heading")}>
      {open && <p>{t("freeze.waitingOpen")}</p>}
      {votes > 0 && <p>{t("freeze.waitingVotes", { count: votes })}</p>}
      {!open && votes === 0 && (
        <Confirm label={t("freeze.heading")} why={t("freeze.why")} tone="primary">
          <PostedAct
            act="minutes.freeze"
            fields={{ assemblyId: page.assembly.id, revision: String(page.revision) }}
            label={t("freeze.confirm")}
            tone="stop"
          />
        </Confirm>
      )}
    </Section>
  );
}
