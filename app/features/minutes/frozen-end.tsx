import { useTranslation } from "react-i18next";
import type { MinutesPage } from "#wire/minutes.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Paragraphs } from "./minutes-text.tsx";

type Frozen = Extract<MinutesPage, { state: "frozen" }>;
type Props = { page: Frozen; answer: ActAnswer | undefined };

/** Under frozen minutes: what was added after, the fingerprint, and who signed it. */
export function FrozenEnd({ page, answer }: Props) {
  return (
    <>
      <Addenda page={page} answer={answer} />
      <Fingerprint page={page} />
      <Signatures page={page} />
    </>
  );
}

function Addenda({ page, answer }: Props) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const { addenda, may, assembly } = page;
  if (addenda.length === 0 && !may.write) return null;
  const refused = answer && !answer.ok && answer.intent === "minutes.add" ? answer.fields : {};
  return (
    <Section title={t("addenda.heading")}>
      {addenda.map(({ position, text, author, at, hash }) => (
        <article key={position} className="stack">
          <h3>{t("addenda.title", { position })}</h3>
          <Paragraphs text={text} />
          <p className="small muted">
            {t("addenda.by", { author, at: formatDateTime(language, at) })}
          </p>
          <p className="fingerprint-line">{hash}</p>
        </article>
      ))}
      {may.write && (
        <details className="not-printed">
          <summary className="button button-quiet">{t("addenda.add")}</summary>
          <div className="stack" key={addenda.length}>
            <PostedAct
              act="minutes.add"
              fields={{ assemblyId: assembly.id }}
              label={t("addenda.submit")}
              tone="stop"
            >
              <TextArea
                name="text"
                label={t("addenda.text")}
                help={t("addenda.help")}
                maxLength={10_000}
                defaultValue={refused["text"]}
              />
            </PostedAct>
          </div>
        </details>
      )}
    </Section>
  );
}

function Fingerprint({ page: { hash, frozenAt } }: { page: Frozen }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  return (
    <Section title={t("frozen.hash")}>
      <p>{t("frozen.on", { day: formatDateTime(language, frozenAt) })}</p>
      <p className="fingerprint-line">{hash}</p>
      <p className="small muted">{t("frozen.hashHelp")}</p>
    </Section>
  );
}

function Signatures({ page }: { page: Frozen }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const { signatures, may, assembly, hash } = page;
  return (
    <Section title={t("signatures.heading")}>
      {signatures.length === 0 && <p className="muted">{t("signatures.none")}</p>}
      <ul className="minutes-signatures">
        {signatures.map(({ name, capacity, at }) => (
          <li key={`${name}-${at}`}>
            {t("signatures.line", {
              name,
              capacity: t(`capacity.${capacity}`),
              at: formatDateTime(language, at),
            })}
          </li>
        ))}
      </ul>
      {may.sign && (
        <Confirm label={t("signatures.sign")} why={t("signatures.signWhy")}>
          <PostedAct
            act="minutes.sign"
            fields={{ assemblyId: assembly.id, hash }}
            label={t("signatures.confirm")}
            tone="primary"
          />
        </Confirm>
      )}
    </Section>
  );
}
