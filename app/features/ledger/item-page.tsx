import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { entriesOf, SECTIONS } from "#domain/ledger/sections.ts";
import type { ItemPage as Loaded } from "#wire/ledger-pages.ts";
import { AnswerAct, FollowActs } from "./answer-acts.tsx";
import { Answers } from "./answers.tsx";
import { ContestAct } from "./contest-act.tsx";
import { useThemeName } from "./item-list.tsx";
import { ItemWords, StandingTag } from "./item-tags.tsx";
import { Links } from "./links.tsx";
import { AskMerge, MergeAsked, MergedHere } from "./merge-part.tsx";
import { Road } from "./road.tsx";
import { Support } from "./support-part.tsx";
import "./ledger.css";

/** One item: what is asked, who owes the answer, what became of it, and its whole history. */
export function ItemPage({ page, today }: { page: Loaded; today: string }) {
  const { t } = useTranslation("ledger");
  const { item, rights } = page;
  const lasts = item.state === "waiting" || item.state === "answered";
  return (
    <Page
      kicker={
        <>
          <Link to="/ledger">{t("title")}</Link> · {t("number", { number: item.number })}
        </>
      }
      title={<ItemWords item={item}>{item.title}</ItemWords>}
      lead={
        <p>
          <ItemWords item={item}>{item.text}</ItemWords>
        </p>
      }
      actions={
        lasts && (
          <>
            <ButtonLink
              to={`/smartlab/new?from=${item.id}`}
              tone={rights.answer ? "quiet" : "primary"}
            >
              {t("takeUp")}
            </ButtonLink>
            {rights.write && item.state === "waiting" && (
              <ButtonLink to={`/ledger/${item.number}/edit`} tone="quiet">
                {t("write.change")}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <MergeAsked page={page} />
      <Facts page={page} />
      <Road page={page} />
      <Answers page={page} />
      {rights.answer && <AnswerAct page={page} today={today} />}
      {rights.contest && <ContestAct page={page} />}
      <Parts page={page} />
      <Support page={page} lasts={lasts} />
      <Links links={page.links} />
      <MergedHere page={page} />
      <Labs page={page} />
      <AskMerge page={page} />
      {rights.follow && <FollowActs page={page} />}
      <History page={page} />
    </Page>
  );
}

function Facts({ page: { item, authors } }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const themeName = useThemeName();
  const language = useLanguage();
  return (
    <div className="stack">
      <div className="row">
        <StandingTag item={item} />
        {item.debated && (
          <Tag tone="plum" shape="ring">
            {t("debated")}
          </Tag>
        )}
        <LanguageTag language={item.language} />
        <span className="muted">
          {[t(`kind.${item.kind}`), themeName(item.theme), item.city].filter(Boolean).join(" · ")}
        </span>
      </div>
      {item.group && (
        <p className="muted">
          <Link to={`/ledger?group=${item.group.slug}`}>
            {item.group.cycle} {item.group.year} · <Words of={item.group.title} />
          </Link>
          {item.printed && <> · {t("printed", { number: item.printed })}</>}
        </p>
      )}
      {item.fromLab && (
        <p className="muted">
          {t("fromLab")} <Link to={`/smartlab/${item.fromLab.slug}`}>{item.fromLab.title}</Link>
        </p>
      )}
      {authors.named.length > 0 && (
        <p className="muted">
          {t("authors", { names: formatList(language, authors.named), count: authors.count })}
        </p>
      )}
      {item.mergedInto && (
        <Notice title={t("mergedInto")}>
          <p>
            <Link to={`/ledger/${item.mergedInto.number}`}>
              {t("number", { number: item.mergedInto.number })} · {item.mergedInto.title}
            </Link>
          </p>
        </Notice>
      )}
    </div>
  );
}

/** The parts of a recommendation that were written; what a minority saw otherwise stands apart. */
function Parts({ page: { item } }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const written = SECTIONS.filter(({ name }) => item.sections[name]);
  if (written.length === 0) return null;
  return (
    <Section title={t("parts")}>
      {written.map(({ name, list }) => {
        const text = item.sections[name] ?? "";
        return (
          <div key={name} className={name === "minority" ? "ledger-minority stack" : "stack"}>
            <h3>{t(`section.${name}`)}</h3>
            {list ? (
              <ul>
                {entriesOf(text).map((entry, at) => (
                  <li key={at}>
                    <ItemWords item={item}>{entry}</ItemWords>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="ledger-words">
                <ItemWords item={item}>{text}</ItemWords>
              </p>
            )}
          </div>
        );
      })}
    </Section>
  );
}

function Labs({ page: { labs, aims } }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  if (labs.length + aims.length === 0) return null;
  return (
    <Section title={t("leadsTo")}>
      <ul>
        {aims.map(({ id, title }) => (
          <li key={id}>
            {t("aim")} <Words of={title} />
          </li>
        ))}
        {labs.map((lab) => (
          <li key={lab.slug}>
            {t("lab")}{" "}
            <Link to={`/smartlab/${lab.slug}`}>
              <ItemWords item={lab}>{lab.title}</ItemWords>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every line that was ever written about it; earlier wordings stay readable. */
function History({ page: { moves, versions, item } }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  return (
    <details className="fold">
      <summary>{t("history.title")}</summary>
      <p className="muted small">{t("history.how")}</p>
      <ol className="ledger-moves">
        {moves.map((move, at) => (
          <li key={at}>
            <time dateTime={new Date(move.at).toISOString()}>{formatDate(language, move.at)}</time>{" "}
            {t(`event.${move.event}`, {
              ...move.words,
              outcome: move.outcome && t(`outcome.${move.outcome}`),
              progress: t(`progress.${move.progress}`),
              kind: t(`link.${move.words["kind"] ?? "unrelated"}`),
            })}
          </li>
        ))}
      </ol>
      {versions.map((version) => (
        <details key={version.revision} className="fold">
          <summary>{t("history.version", { date: formatDate(language, version.at) })}</summary>
          <p>
            <strong>
              <ItemWords item={item}>{version.title}</ItemWords>
            </strong>
          </p>
          <p className="ledger-words">
            <ItemWords item={item}>{version.text}</ItemWords>
          </p>
        </details>
      ))}
    </details>
  );
}
