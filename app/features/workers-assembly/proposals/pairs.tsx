import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Pair, ProposalDesk, Wording } from "#wire/proposal-pages.ts";
import { proposalLink } from "./card.tsx";
import { Pages } from "./wall-page.tsx";
import { Said } from "./words.tsx";

type Props = { page: ProposalDesk };

/** Pairs that a computer found alike: a person says whether they are. */
export function Pairs({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { pairs, pairCount, confirmed, page: at, pages } = page;
  return (
    <>
      {confirmed.length > 0 && (
        <Section title={t("pairs.confirmed")}>
          {confirmed.map((pair) => (
            <OnePair key={pair.a.id + pair.b.id} pair={pair} page={page} />
          ))}
        </Section>
      )}
      {pairCount > 0 && (
        <Section title={t("pairs.title", { count: pairCount })}>
          {pairs.map((pair) => (
            <OnePair key={pair.a.id + pair.b.id} pair={pair} page={page} judge />
          ))}
          <Pages page={{ search: { page: at }, pages }} />
        </Section>
      )}
    </>
  );
}

function OnePair({ pair, page, judge = false }: Props & { pair: Pair; judge?: boolean }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const { a, b, language } = pair;
  const fields = { slug: page.head.slug, a: a.id, b: b.id };
  const about = `${a.sentence} · ${b.sentence}`;
  const offered = page.offers.some(({ parts }) =>
    parts.some(({ id }) => id === a.id || id === b.id),
  );
  return (
    <div className="proposal-pair">
      <Sides page={page} parts={[a, b]} />
      <p className="muted small">{t("pairs.in", { language: languageName(language, reader) })}</p>
      <div className="row">
        {!offered && (
          <ButtonLink to={`?part=${a.id}&part=${b.id}#common`} tone="quiet">
            {t("merge.write")}
          </ButtonLink>
        )}
        {judge && (
          <ActForm
            act="proposal.judge-pair"
            fields={{ ...fields, verdict: "confirmed" }}
            label={t("pairs.confirm")}
            about={about}
          />
        )}
        <ActForm
          act="proposal.judge-pair"
          fields={{ ...fields, verdict: "dismissed" }}
          label={t("pairs.dismiss")}
          about={about}
        />
      </div>
    </div>
  );
}

/** Wordings side by side, each in the language it was written in. */
export function Sides({ page: { head, cities }, parts }: Props & { parts: readonly Wording[] }) {
  return (
    <div className="proposal-sides">
      {parts.map((part) => (
        <div key={part.id} className="proposal-card">
          <p className="proposal-sentence">
            <Link to={proposalLink(head.slug, part)}>
              <Said in={part.language}>{part.sentence}</Said>
            </Link>
          </p>
          <p className="proposal-words small">
            <Said in={part.language}>{part.paragraph}</Said>
          </p>
          <p className="muted small">{cities.find(({ id }) => id === part.city)?.name}</p>
        </div>
      ))}
    </div>
  );
}
