import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PaperDesk, PaperElector, PaperUrn } from "#wire/urns.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { useWords } from "#app/features/live-session/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";

type GivePaperProps = { desk: PaperDesk; query: string; electors: PaperElector[] };

/** Looks somebody up on the roll and hands them a slip, or votes with them. */
export function GivePaper({ desk, query, electors }: GivePaperProps) {
  const { t } = useTranslation("urns");
  return (
    <>
      <p>{t("paper.give.how")}</p>
      <Form role="search" className="paper-search">
        <Field
          label={t("paper.give.search")}
          help={t("paper.give.searchHelp")}
          name="q"
          type="search"
          minLength={2}
          defaultValue={query}
        />
        <Button tone="quiet">{t("paper.give.submit")}</Button>
      </Form>
      {query !== "" && electors.length === 0 && (
        <EmptyState title={t("paper.give.nobody")}>{t("paper.give.nobodyWhy")}</EmptyState>
      )}
      <ul className="console-list">
        {electors.map((elector) => (
          <li key={elector.personId} className="console-entry stack">
            <PaperPerson desk={desk} elector={elector} alone={electors.length === 1} />
          </li>
        ))}
      </ul>
    </>
  );
}

type PaperPersonProps = {
  desk: PaperDesk;
  elector: PaperElector;
  /** Nobody else was found: their slip is what comes next. */
  alone: boolean;
};

function PaperPerson({ desk, elector, alone }: PaperPersonProps) {
  const { t } = useTranslation("urns");
  const { personId, name, registerNo, office, marks } = elector;
  const free = desk.urns.filter(
    ({ decisionId, phase }) => marks[decisionId] === "free" && takesPaper(phase),
  );
  return (
    <>
      <div>
        <h3>{name}</h3>
        <p className="muted small">{[registerNo, office].filter(Boolean).join(" · ")}</p>
      </div>
      {desk.may.give && free.length > 1 && (
        <ActForm
          act="paper.give"
          fields={{ decisionIds: free.map((urn) => urn.decisionId).join(","), electorId: personId }}
          label={t("paper.give.all", { count: free.length })}
          tone={alone ? "primary" : "quiet"}
        />
      )}
      <ul className="paper-marks">
        {desk.urns.map((urn) => (
          <li key={urn.decisionId} className="paper-mark">
            <PersonInVote
              urn={urn}
              elector={elector}
              slug={desk.assembly.slug}
              mayGive={desk.may.give}
              mayAssist={desk.may.assist}
              primary={alone && free.length === 1}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A slip is given from the moment the roll is taken until the vote is closed. */
function takesPaper(phase: PaperUrn["phase"]): boolean {
  return phase === "draft" || phase === "open";
}

type PersonInVoteProps = {
  urn: PaperUrn;
  elector: PaperElector;
  slug: string;
  mayGive: boolean;
  mayAssist: boolean;
  primary: boolean;
};

function PersonInVote({ urn, elector, slug, mayGive, mayAssist, primary }: PersonInVoteProps) {
  const { t } = useTranslation("urns");
  const words = useWords();
  const { decisionId } = urn;
  const mark = elector.marks[decisionId] ?? "none";
  const acts = mark === "free" && takesPaper(urn.phase);
  return (
    <>
      <p className="paper-mark-vote">
        <Words of={urn.title} />
      </p>
      <Tag tone={mark === "free" ? "plain" : mark === "none" ? "ochre" : "canopy"}>
        {t(`paper.mark.${mark}`)}
      </Tag>
      {acts && (
        <div className="row">
          {mayGive && (
            <ActForm
              act="paper.give"
              fields={{ decisionIds: decisionId, electorId: elector.personId }}
              label={t("paper.give.one")}
              about={`${words(urn.title)}, ${elector.name}`}
              tone={primary ? "primary" : "quiet"}
            />
          )}
          {mayAssist && urn.phase === "open" && (
            <Link to={`/live-session/${slug}/assisted/${decisionId}/${elector.personId}`}>
              {t("paper.give.assist")}
              <span className="for-ears"> {`${words(urn.title)}, ${elector.name}`}</span>
            </Link>
          )}
        </div>
      )}
    </>
  );
}
