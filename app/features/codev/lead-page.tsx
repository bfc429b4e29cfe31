import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { LeadPage as Loaded } from "#wire/codev-board.ts";
import { CycleList } from "./front-page.tsx";
import { Files } from "./files.tsx";
import { RefusedForm } from "./refused-form.tsx";
import { LanguageBoxes, ModeBoxes, OfficeSelect, SlotBoxes } from "./wish-fields.tsx";
import "./codev.css";

type Props = { page: Loaded };

/** A facilitator's own page: their groups, interviews to hold, with whom they led, when they can. */
export function LeadPage({ page }: Props) {
  const { t } = useTranslation("codev");
  const { profile, cycles } = page;
  return (
    <Page
      kicker={<Link to="/codev">{t("title")}</Link>}
      title={t("lead.title")}
      lead={<p>{t("lead.about")}</p>}
    >
      <RefusedForm />
      {profile && (
        <Notice
          tone={profile.stage === "ready" ? "done" : "information"}
          title={t(`stage.${profile.stage}`)}
        >
          <p>{t(`lead.stage.${profile.stage}`)}</p>
        </Notice>
      )}
      {cycles.length > 0 && (
        <Section title={t("lead.cycles")}>
          <CycleList cycles={cycles} />
        </Section>
      )}
      {profile && profile.stage !== "learning" && <Interviews page={page} />}
      {page.files && <Files files={page.files} />}
      <Availability page={page} />
      <History page={page} />
    </Page>
  );
}

function Interviews({ page: { interviews } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  return (
    <Section title={t("interview.title")}>
      <p>{t("interview.about")}</p>
      {interviews.length === 0 && <EmptyState title={t("interview.none")} />}
      <ul className="codev-list">
        {interviews.map((one) => (
          <li key={one.id} className="codev-card">
            <p className="codev-card-name">{one.name}</p>
            <p className="muted">
              {[languageName(one.language, language), t(`mode.${one.mode}`), one.trade].join(" · ")}
            </p>
            <details className="codev-fold" open={one.mine}>
              <summary>{t(one.mine ? "interview.held" : "interview.hold")}</summary>
              <PostedAct
                act="codev.note-interview"
                fields={{ applicationId: one.id }}
                label={t(one.mine ? "interview.change" : "interview.save")}
              >
                <TextArea
                  label={t("interview.notes")}
                  help={
                    one.eraseOn
                      ? t("interview.eraseOn", { date: formatDate(language, one.eraseOn) })
                      : t("interview.notesHelp")
                  }
                  name="notes"
                  optional
                  rows={4}
                  maxLength={2_000}
                  defaultValue={one.notes ?? ""}
                />
              </PostedAct>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NOTHING_SAID = { modes: ["room"], slots: [], capacity: 1 } as const;

function Availability({ page: { profile, offices } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const said = { languages: [language], ...NOTHING_SAID, ...profile };
  return (
    <Section title={t(profile ? "lead.when" : "lead.join")}>
      <PostedAct
        act="codev.join-pool"
        label={t(profile ? "lead.save" : "lead.joinNow")}
        tone={profile ? "quiet" : "primary"}
      >
        <LanguageBoxes chosen={said.languages} />
        <ModeBoxes chosen={said.modes} />
        <OfficeSelect offices={offices} chosen={profile?.officeId} help={t("lead.officeHelp")} />
        <SlotBoxes chosen={said.slots} />
        <Field
          label={t("lead.capacity")}
          help={t("lead.capacityHelp")}
          name="capacity"
          type="number"
          min={0}
          max={4}
          defaultValue={said.capacity}
        />
      </PostedAct>
    </Section>
  );
}

function History({ page: { history } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <Section title={t("lead.history")}>
      <ul>
        {history.map((one) => (
          <li key={one.name + one.since}>
            {t("lead.with", { ...one, date: formatDate(language, one.since) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
