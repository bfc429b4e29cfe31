import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { maySay, WORD_MOST, type WordKind } from "#domain/workers-assembly/debate.ts";
import type { DebatePage, DebateWord } from "#wire/workers-day-pages.ts";

/** What was asked to understand the text, or what people make of it; nobody is named. */
export function WordsPart({ page, kind }: { page: DebatePage; kind: WordKind }) {
  const { t } = useTranslation("workers-day");
  const language = useLanguage();
  const { debate, rights } = page;
  const words = page.words.filter((word) => word.kind === kind);
  const open = rights.speak && maySay(debate.step, kind);
  if (words.length === 0 && !open) return null;
  return (
    <Section id={`${kind}s`} title={t(`words.${kind}.title`, { count: words.length })}>
      {words.length > 0 && (
        <ol className="debate-list">
          {words.map((word) => (
            <Word key={word.number} page={page} word={word} />
          ))}
        </ol>
      )}
      {open && (
        <PostedAct
          act="debate.say"
          fields={{ debateId: debate.id, kind }}
          label={t(`words.${kind}.say`)}
          tone="primary"
          clears
        >
          <TextArea
            name="text"
            label={t(`words.${kind}.label`)}
            help={t("words.unnamed")}
            rows={3}
            maxLength={WORD_MOST}
            lang={language}
          />
        </PostedAct>
      )}
    </Section>
  );
}

function Word({ page, word }: { page: DebatePage; word: DebateWord }) {
  const { t } = useTranslation("workers-day");
  const reader = useLanguage();
  const { debate, rights } = page;
  const fields = { debateId: debate.id, number: String(word.number) };
  return (
    <li className="debate-piece">
      <p className="debate-said" lang={word.language}>
        {word.text} {word.language !== reader && <LanguageTag language={word.language} />}
      </p>
      {word.answer !== "" && (
        <p className="debate-answer" lang={debate.language}>
          <strong lang={reader}>{t("words.answered")}</strong> {word.answer}
        </p>
      )}
      {rights.facilitate && (
        <div className="row">
          {word.kind === "question" && (
            <Fold label={word.answer === "" ? t("words.answer") : t("words.answerAgain")}>
              <PostedAct act="debate.answer-word" fields={fields} label={t("words.answerDo")}>
                <TextArea
                  key={word.answer}
                  name="answer"
                  label={t("words.answerLabel")}
                  rows={3}
                  maxLength={WORD_MOST}
                  defaultValue={word.answer}
                  lang={debate.language}
                />
              </PostedAct>
            </Fold>
          )}
          <Confirm label={t("words.hide")} why={t("words.hideWhy")}>
            <PostedAct act="debate.hide-word" fields={fields} label={t("words.hide")} tone="stop">
              <TextArea name="reason" label={t("text.why")} rows={2} maxLength={WORD_MOST} />
            </PostedAct>
          </Confirm>
        </div>
      )}
    </li>
  );
}
