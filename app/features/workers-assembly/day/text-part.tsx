import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { TextArea } from "#app/ui/field.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { mayAmend, WORD_MOST } from "#domain/workers-assembly/debate.ts";
import type { DebatePage, Rendering } from "#wire/workers-day-pages.ts";
import { TextFields } from "./text-fields.tsx";
import { TextDiff } from "./word-diff.tsx";

/** The text as it stands, how it came to be, and what it is in other languages. */
export function TextPart({ page }: { page: DebatePage }) {
  const { t } = useTranslation("workers-day");
  const { debate, versions, renderings, rights } = page;
  const last = versions.at(-1)!;
  const first = versions[0]!;
  return (
    <Section id="text" title={t("text.title")}>
      <article className="debate-text" lang={debate.language}>
        <p className="row" lang={undefined}>
          <Tag tone="plum">{t("text.version", { version: last.version })}</Tag>
          <LanguageTag language={debate.language} />
        </p>
        <p className="debate-sentence">{last.sentence}</p>
        <p>{last.paragraph}</p>
      </article>
      {versions.length > 1 && (
        <details className="debate-fold">
          <summary>{t("text.changes", { count: versions.length - 1 })}</summary>
          <div className="stack">
            <h3>{t("text.sinceFirst")}</h3>
            <TextDiff before={first} after={last} language={debate.language} />
            {versions.length > 2 && <History page={page} />}
          </div>
        </details>
      )}
      {renderings.map((one) => (
        <Rendered key={one.language} page={page} rendering={one} />
      ))}
      {rights.facilitate && mayAmend(debate.step) && (
        <Fold label={t("text.rewrite")}>
          <PostedAct
            act="debate.rewrite"
            fields={{ debateId: debate.id, version: String(last.version) }}
            label={t("text.rewriteDo")}
          >
            <p className="muted">{t("text.rewriteHelp")}</p>
            <TextFields key={last.version} base={last} language={debate.language} />
            <TextArea name="reason" label={t("text.why")} rows={2} maxLength={WORD_MOST} />
          </PostedAct>
        </Fold>
      )}
    </Section>
  );
}

function History({ page: { versions, debate } }: { page: DebatePage }) {
  const { t } = useTranslation("workers-day");
  return (
    <>
      <h3>{t("text.oneByOne")}</h3>
      <ol className="debate-list">
        {versions.slice(1).map((version, at) => (
          <li key={version.version} className="debate-piece">
            <p>
              <Tag>{t("text.version", { version: version.version })}</Tag>
            </p>
            <p lang={debate.language}>{version.reason}</p>
            <TextDiff before={versions[at]!} after={version} language={debate.language} />
          </li>
        ))}
      </ol>
    </>
  );
}

type RenderedProps = { page: DebatePage; rendering: Rendering };

/** The text in another language: open for who reads that one, flagged where it is behind. */
function Rendered({ page, rendering }: RenderedProps) {
  const { t } = useTranslation("workers-day");
  const reader = useLanguage();
  const { language, missing = false } = rendering;
  const behind = rendering.ofVersion < page.versions.at(-1)!.version;
  const flag = missing ? "missing" : behind ? "behind" : "unreviewed";
  return (
    <details className="debate-fold" open={language === reader && !missing}>
      <summary>
        {t("rendering.title", { language: languageName(language, reader) })}{" "}
        {rendering.stale && <Tag tone="ochre">{t(`rendering.${flag}`)}</Tag>}
      </summary>
      <div className="stack">
        {!missing && (
          <article className="debate-text" lang={language}>
            <p className="debate-sentence">{rendering.sentence}</p>
            <p>{rendering.paragraph}</p>
          </article>
        )}
        {behind && !missing && <p className="muted">{t("rendering.behindHelp")}</p>}
        {page.rights.facilitate && <RenderingActs page={page} rendering={rendering} />}
      </div>
    </details>
  );
}

/** Two people see to it: one writes, another reviews. */
function RenderingActs({ page, rendering }: RenderedProps) {
  const { t } = useTranslation("workers-day");
  const { language, missing = false, reviewed, mine } = rendering;
  const last = page.versions.at(-1)!.version;
  const fields = { debateId: page.debate.id, language, version: String(last) };
  const waits = rendering.ofVersion === last && !reviewed;
  return (
    <>
      {waits && mine && <p className="muted">{t("rendering.other")}</p>}
      {waits && !mine && (
        <PostedAct act="debate.review" fields={fields} label={t("rendering.review")} />
      )}
      <Fold label={t("rendering.write")}>
        <PostedAct act="debate.render" fields={fields} label={t("rendering.save")}>
          <TextFields key={last} base={rendering} language={language} compared={!missing} />
        </PostedAct>
      </Fold>
    </>
  );
}
