import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { ConfirmAct, Hidden } from "#app/features/live-session/act-form.tsx";
import { type FieldValues, withTyped } from "#app/features/programme/field-values.ts";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { formatDate, formatNumber, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { ConvocationPage as Convocation } from "#wire/convocation.ts";
import { ErrataPart } from "./errata-part.tsx";
import { SendingState } from "./sending-state.tsx";
import "./convocation.css";

type ConvocationPageProps = { page: Convocation; answer: ActAnswer | undefined };

/** Where an assembly is convened: dates, text, sending, letters, proof. */
export function ConvocationPage({ page, answer }: ConvocationPageProps) {
  const { t } = useTranslation("convocation");
  const { assembly, state } = page;
  const inTime = page.days.today <= page.days.last;
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("title")}
      lead={<p>{t("lead")}</p>}
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      {state.kind === "sent" ? (
        <SendingState assembly={assembly} state={state} />
      ) : (
        <>
          <Days page={page} inTime={inTime} />
          <BoardWords page={page} answer={answer} />
        </>
      )}
      {state.kind === "sent" && (
        <ErrataPart assemblyId={assembly.id} state={state} answer={answer} />
      )}
      <Texts page={page} />
      {state.kind === "draft" && inTime && (
        <Send assembly={assembly} seal={page.seal} expected={state.expected} />
      )}
    </Page>
  );
}

function Days({ page, inTime }: { page: Convocation; inTime: boolean }) {
  const { t } = useTranslation("convocation");
  const language = useLanguage();
  const { days, questionsUntil } = page;
  const day = (iso: string) => formatDate(language, iso, "full");
  return (
    <Section title={t("days.title")}>
      <ul>
        <li>{t("days.target", { day: day(days.target) })}</li>
        <li>
          <strong>{t("days.last", { day: day(days.last) })}</strong>
        </li>
        <li>
          {questionsUntil
            ? t("days.questions", { day: day(questionsUntil) })
            : t("days.noQuestions")}
        </li>
      </ul>
      <p className="muted small">{t("days.clear")}</p>
      {!inTime && (
        <Notice tone="stop">
          <p>{t("days.late")}</p>
        </Notice>
      )}
    </Section>
  );
}

function BoardWords({ page, answer }: ConvocationPageProps) {
  const { t } = useTranslation("convocation");
  const kept: FieldValues = Object.fromEntries(
    Object.entries(page.words).map(([one, text]) => [`words.${one}`, text]),
  );
  return (
    <Section title={t("words.title")}>
      <Form method="post" className="stack">
        <Hidden
          intent="convocation.write"
          fields={{ assemblyId: page.assembly.id, revision: String(page.revision) }}
        />
        <InLanguages
          legend={t("words.field")}
          help={t("words.help")}
          name="words"
          values={withTyped(kept, answer)}
          maxLength={4_000}
          long
        />
        <Button tone="quiet">{t("words.save")}</Button>
      </Form>
    </Section>
  );
}

/** The text in each language, the reader's own open. */
function Texts({ page }: { page: Convocation }) {
  const { t } = useTranslation("convocation");
  const reader = useLanguage();
  const { texts, state } = page;
  return (
    <Section title={t(state.kind === "sent" ? "preview.sentTitle" : "preview.title")}>
      <p>{t("preview.lead")}</p>
      {LANGUAGES.map((language) => (
        <details key={language} open={language === reader} className="convocation-language">
          <summary>{languageName(language, reader)}</summary>
          <div className="convocation-text" lang={language}>
            {texts[language]}
          </div>
          {state.kind === "sent" && (
            <p className="small muted">
              {t("preview.hash")} <code className="convocation-hash">{state.hashes[language]}</code>
            </p>
          )}
        </details>
      ))}
    </Section>
  );
}

type SendProps = {
  assembly: Convocation["assembly"];
  seal: string;
  expected: { byMail: number; byPost: number };
};

function Send({ assembly, seal, expected: { byMail, byPost } }: SendProps) {
  const { t } = useTranslation("convocation");
  const language = useLanguage();
  const said = (key: string, count: number) =>
    t(key, { count, number: formatNumber(language, count) });
  return (
    <Section title={t("send.open")}>
      <p>
        {t("send.who", {
          mails: said("send.mails", byMail),
          letters: said("send.letters", byPost),
        })}
      </p>
      <ConfirmAct
        act="convocation.send"
        fields={{ assemblyId: assembly.id, seal }}
        summary={t("send.open")}
        why={t("send.why")}
        label={t("send.do")}
        tone="primary"
      />
    </Section>
  );
}
