import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { isBefore, proposalCode } from "#domain/workers-assembly/stage.ts";
import type { ProposalPage as Loaded } from "#wire/proposal-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { Behind, CountedLater, proposalLink, Support } from "./card.tsx";
import { ProposalFields } from "./fields.tsx";
import { MergeAsked } from "./merge-asked.tsx";
import { Texts } from "./texts.tsx";
import { AboutProposal, InWhich, Said } from "./words.tsx";
import "./proposals.css";

type Props = { page: Loaded };

/** One proposal: its words, where they come from, and what became of them. */
export function ProposalPage({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { head, proposal, mergedInto, rights, offers, cities } = page;
  const { number, sentence, paragraph, shownIn, language, state } = proposal;
  return (
    <Page
      kicker={<Link to={`/workers-assembly/${head.slug}/proposals`}>{t("wall.title")}</Link>}
      title={
        <>
          {number !== undefined && <>{proposalCode(number)} · </>}
          <Said in={shownIn}>{sentence}</Said>
        </>
      }
      lead={
        <p className="proposal-words">
          <Said in={shownIn}>{paragraph}</Said>
        </p>
      }
    >
      <LineNav head={head} />
      {mergedInto && (
        <Notice title={t("proposal.mergedInto")}>
          <p>
            <Link to={proposalLink(head.slug, mergedInto)}>
              <Said in={mergedInto.language}>{mergedInto.sentence}</Said>
            </Link>
          </p>
        </Notice>
      )}
      {state === "withdrawn" && <Notice title={t("proposal.withdrawn")} />}
      {offers.map((offer) => (
        <MergeAsked key={offer.id} offer={offer} page={page} />
      ))}
      <div className="stack">
        <p className="row small">
          <AboutProposal head={head} cities={cities} proposal={proposal} />
          <InWhich language={language} shownIn={shownIn} />
        </p>
        <Support proposal={proposal} mayTakePart={rights.support} />
        <Behind proposal={proposal} />
        <CountedLater proposal={proposal} />
      </div>
      <Road page={page} />
      <Questions page={page} />
      <Texts page={page} />
      <Mine page={page} />
      <Ask page={page} />
    </Page>
  );
}

/** Where it comes from: answers, workshops, labs, the wordings it gathers, and its earlier words. */
function Road({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { sources, authors } = page;
  return (
    <Section title={t("proposal.road")}>
      <ul className="proposal-plain proposal-road">
        {sources.map(({ kind, label, language, link }) => (
          <li key={`${kind} ${label}`}>
            <Shape name="circle" />
            <span>
              {t(`source.${kind}`)}{" "}
              {link ? (
                <Link to={link} lang={language}>
                  {label}
                </Link>
              ) : (
                <span lang={language}>{label}</span>
              )}
            </span>
          </li>
        ))}
        <li>
          <Shape name="circle" />
          <span>{t("proposal.authors", { count: authors })}</span>
        </li>
        <Became page={page} />
      </ul>
      <Wordings page={page} />
    </Section>
  );
}

/** Where it went on: to a debate or the annex, and to the board. */
function Became({ page: { head, proposal, ledger } }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { number, chosenPlace } = proposal;
  if (number === undefined || isBefore(head.stage, "ranked")) return null;
  const home = `/workers-assembly/${head.slug}`;
  return (
    <>
      <li>
        <Shape name="circle" />
        {chosenPlace === undefined ? (
          <Link to={`${home}/ranking/result`}>{t("proposal.notChosen")}</Link>
        ) : (
          <Link to={`${home}/day/${proposalCode(number)}`}>{t("proposal.debated")}</Link>
        )}
      </li>
      {ledger !== undefined && (
        <li>
          <Shape name="circle" />
          <Link to={`/ledger/${ledger}`}>{t("proposal.answered", { number: ledger })}</Link>
        </li>
      )}
    </>
  );
}

/** The wordings it gathers, and what it said before. */
function Wordings({ page: { head, merged, versions, proposal } }: Props) {
  const { t } = useTranslation("workers-assembly");
  return (
    <>
      {merged.length > 0 && (
        <>
          <p>{t("proposal.wordings")}</p>
          <ul>
            {merged.map(({ id, language, sentence }) => (
              <li key={id}>
                <Link to={proposalLink(head.slug, { id })}>
                  <Said in={language}>{sentence}</Said>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {versions.length > 0 && (
        <details className="fold">
          <summary>{t("proposal.versions", { count: versions.length })}</summary>
          <ol className="proposal-plain" reversed>
            {versions.map(({ revision, sentence, paragraph }) => (
              <li key={revision}>
                <p>
                  <strong>
                    <Said in={proposal.language}>{sentence}</Said>
                  </strong>
                </p>
                <p className="proposal-words">
                  <Said in={proposal.language}>{paragraph}</Said>
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** What the coordination asks of whoever wrote it; neither is named to the other. */
function Questions({ page: { questions, proposal } }: Props) {
  const { t } = useTranslation("workers-assembly");
  if (questions.length === 0) return null;
  return (
    <Section title={t("questions.title")}>
      <p className="muted small">{t("questions.how")}</p>
      {questions.map(({ id, question, answer }) => (
        <div key={id} className="stack">
          <p>
            <strong>{question}</strong>
          </p>
          {answer && <p className="proposal-words">{answer}</p>}
          {proposal.mine === "author" && (
            <ActForm
              act="proposal.answer-question"
              fields={{ questionId: id }}
              label={t("questions.answer")}
              about={question}
              className="stack"
            >
              <TextArea
                label={t("questions.yours")}
                name="answer"
                rows={3}
                maxLength={500}
                defaultValue={answer}
              />
            </ActForm>
          )}
        </div>
      ))}
    </Section>
  );
}

/** Whoever wrote it alone writes it anew, or takes it from the wall. */
function Mine({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  const { proposal, original, rights } = page;
  if (!rights.change) return null;
  return (
    <Section title={t("proposal.mine")}>
      <details className="fold">
        <summary>{t("proposal.change")}</summary>
        <p className="muted">
          {t("proposal.changeHow", { language: languageName(proposal.language, language) })}
        </p>
        <ActForm
          key={proposal.revision}
          act="proposal.change"
          fields={{ proposalId: proposal.id, revision: String(proposal.revision) }}
          label={t("proposal.save")}
          className="stack"
        >
          <ProposalFields {...page} values={{ ...proposal, ...original }} />
        </ActForm>
      </details>
      <ConfirmAct
        act="proposal.withdraw"
        fields={{ proposalId: proposal.id }}
        summary={t("proposal.withdraw")}
        why={t("proposal.withdrawHow")}
        label={t("proposal.withdrawNow")}
        tone="stop"
      />
    </Section>
  );
}

function Ask({ page: { rights, proposal } }: Props) {
  const { t } = useTranslation("workers-assembly");
  if (!rights.ask) return null;
  return (
    <details className="fold">
      <summary>{t("questions.ask")}</summary>
      <p className="muted">{t("questions.askHow")}</p>
      <ActForm
        act="proposal.ask-authors"
        fields={{ proposalId: proposal.id }}
        label={t("questions.send")}
        className="stack"
      >
        <TextArea label={t("questions.question")} name="question" rows={3} maxLength={500} />
      </ActForm>
    </details>
  );
}
