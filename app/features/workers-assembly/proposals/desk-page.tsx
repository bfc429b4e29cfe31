import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ProposalDesk } from "#wire/proposal-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { proposalLink } from "./card.tsx";
import { FrozenNote } from "./frozen-note.tsx";
import { OfferedWording } from "./merge-asked.tsx";
import { Pairs } from "./pairs.tsx";
import { Pages } from "./wall-page.tsx";
import { Said } from "./words.tsx";
import { WriteCommon } from "./write-common.tsx";
import "./proposals.css";

type Props = { page: ProposalDesk };

/** Where the coordination gathers what is alike, sees which texts lack, and freezes the list. */
export function DeskPage({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { head, frozen, open } = page;
  const gathering = head.stage === "gathering";
  return (
    <Page
      kicker={<Link to={`/workers-assembly/${head.slug}/proposals`}>{t("wall.title")}</Link>}
      title={t("desk.title")}
      lead={<p>{t("desk.lead", { count: open })}</p>}
    >
      <LineNav head={head} />
      {frozen && <FrozenNote slug={head.slug} frozen={frozen} />}
      {page.writing && <WriteCommon page={page} of={page.writing} />}
      {gathering && <Compare page={page} />}
      {gathering && <Pairs page={page} />}
      <Offers page={page} />
      <Answers page={page} />
      <Lacking page={page} />
      {gathering && <Freeze page={page} />}
    </Page>
  );
}

/** While the job runs its page is read again, a second after the last time. */
const AGAIN_MS = 1_000;

function Compare({ page: { head, search } }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { revalidate, state } = useRevalidator();
  const runs = search?.state === "waiting" || search?.state === "running";
  useEffect(() => {
    // Reading again before an answer is there would throw that answer away.
    if (!runs || state !== "idle") return;
    const timer = setTimeout(revalidate, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [runs, state, revalidate]);
  return (
    <Section title={t("compare.title")}>
      <p className="muted">{t("compare.how")}</p>
      {search && (
        <div role="status">
          {runs ? (
            <>
              <Progress
                label={t("compare.runs")}
                value={search.done}
                max={search.total}
                words={t("compare.progress", { done: search.done, count: search.total })}
              />
              <noscript>
                <p>{t("compare.reload")}</p>
              </noscript>
            </>
          ) : (
            <p>{t("compare.done", { total: search.total, count: search.found })}</p>
          )}
        </div>
      )}
      {!runs && (
        <ActForm
          act="proposal.compare"
          fields={{ slug: head.slug }}
          label={t(search ? "compare.again" : "compare.go")}
        />
      )}
    </Section>
  );
}

/** What waits for the consent of its authors, who are counted. */
function Offers({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  if (page.offers.length === 0) return null;
  return (
    <Section title={t("merge.waiting", { count: page.offers.length })}>
      {page.offers.map((offer) => (
        <div key={offer.id} className="proposal-pair">
          <OfferedWording offer={offer} page={page} />
          <ConfirmAct
            act="proposal.end-merge"
            fields={{ mergeId: offer.id }}
            summary={t("merge.end")}
            why={t("merge.endHow")}
            label={t("merge.endNow")}
            tone="stop"
          />
        </div>
      ))}
    </Section>
  );
}

function Answers({ page: { answered, head } }: Props) {
  const { t } = useTranslation("workers-assembly");
  if (answered.length === 0) return null;
  return (
    <Section title={t("questions.asked")}>
      <ul className="proposal-plain">
        {answered.map(({ id, question, answer, proposal }) => (
          <li key={id}>
            <Link to={proposalLink(head.slug, proposal)}>
              <Said in={proposal.language}>{proposal.sentence}</Said>
            </Link>
            <p>{question}</p>
            {answer ? (
              <p className="proposal-words">{answer}</p>
            ) : (
              <Tag tone="ochre" shape="ring">
                {t("questions.noAnswer")}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Texts that keep the vote from opening. */
function Lacking({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const { lacking, lackingCount, head, texts, textPages } = page;
  return (
    <Section title={t("lacking.title", { count: lackingCount })}>
      <p className="muted">{t(lackingCount === 0 ? "lacking.none" : "lacking.how")}</p>
      <ul className="proposal-plain">
        {lacking.map(({ id, language, sentence, in: wanted, state }) => (
          <li key={`${id} ${wanted}`} className="row">
            <Link to={proposalLink(head.slug, { id })}>
              <Said in={language}>{sentence}</Said>
            </Link>
            <Tag tone={state === "waits" ? "ochre" : "clay"}>
              {t(`lacking.${state}`, { language: languageName(wanted, reader) })}
            </Tag>
          </li>
        ))}
      </ul>
      <Pages name="texts" page={{ search: { page: texts }, pages: textPages }} />
    </Section>
  );
}

function Freeze({ page: { head, open, rollSize, offers, lackingCount } }: Props) {
  const { t } = useTranslation("workers-assembly");
  if (open === 0) return null;
  return (
    <Section title={t("freeze.title")}>
      <p>{t("freeze.how")}</p>
      <ul>
        <li>{t("freeze.list", { count: open })}</li>
        {rollSize !== undefined && <li>{t("freeze.roll", { count: rollSize })}</li>}
        {offers.length > 0 && <li>{t("freeze.offers", { count: offers.length })}</li>}
        {lackingCount > 0 && <li>{t("freeze.texts", { count: lackingCount })}</li>}
      </ul>
      <ConfirmAct
        act="proposal.freeze"
        fields={{ slug: head.slug }}
        summary={t("freeze.go")}
        why={t("freeze.why")}
        label={t("freeze.now")}
        tone="stop"
      />
    </Section>
  );
}
