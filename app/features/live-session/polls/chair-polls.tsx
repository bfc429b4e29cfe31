import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { hasOwnOptions, POLL_KINDS, type PollKind } from "#domain/live-session/poll.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { PollView } from "#wire/polls.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { ActForm, ConfirmAct } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { pollsLatestFirst } from "./poll-lists.ts";
import { PollResult } from "./poll-result.tsx";
import { PollWords } from "./poll-words.tsx";
import "./polls.css";

/** Polls at the chair's and the moderators' desks: prepared, opened, closed, shown. */
export function ChairPolls({ view }: { view: SessionView }) {
  const { t } = useTranslation("polls");
  const { phase, id: assemblyId } = view.assembly;
  const polls = pollsLatestFirst(view);
  if (phase === "closed" && polls.length === 0) return null;
  return (
    <Section id="polls" title={t("heading")}>
      <p className="muted">{t("notAVote")}</p>
      {polls.length > 0 && (
        <ul className="console-list">
          {polls.map((poll) => (
            <PollAtDesk key={poll.id} poll={poll} live={phase === "live"} />
          ))}
        </ul>
      )}
      {phase !== "closed" && (
        <Fold key={polls.length} label={t("desk.prepare")}>
          <NewPoll assemblyId={assemblyId} />
        </Fold>
      )}
    </Section>
  );
}

function PollAtDesk({ poll, live }: { poll: PollView; live: boolean }) {
  const { t } = useTranslation("polls");
  return (
    <li className="console-entry stack">
      <p>
        <Tag tone={poll.state === "open" ? "canopy" : "plain"}>{t(`state.${poll.state}`)}</Tag>{" "}
        <span className="muted">{t(`kind.${poll.kind}`)}</span>
      </p>
      <p>
        <strong>
          <Words of={poll.texts} />
        </strong>
      </p>
      {poll.state === "open" && <p>{t("result.answers", { count: poll.answers })}</p>}
      <PollResult poll={poll} />
      {poll.kind === "words" && <PollWords poll={poll} />}
      {live && <Acts poll={poll} />}
    </li>
  );
}

function Acts({ poll }: { poll: PollView }) {
  const { t } = useTranslation("polls");
  const fields = { pollId: poll.id };
  switch (poll.state) {
    case "draft":
      return (
        <div className="row">
          <ActForm act="poll.open" fields={fields} label={t("desk.open")} />
          <ConfirmAct
            act="poll.delete"
            fields={fields}
            summary={t("desk.delete")}
            why={t("desk.deleteWhy")}
            label={t("desk.deleteAct")}
            tone="stop"
          />
        </div>
      );
    case "open":
      return <ActForm act="poll.close" fields={fields} label={t("desk.close")} />;
    case "closed":
      return (
        <ActForm
          act="poll.show"
          fields={{ ...fields, on: String(!poll.shown) }}
          label={t(poll.shown ? "desk.hide" : "desk.show")}
        />
      );
  }
}

function NewPoll({ assemblyId }: { assemblyId: string }) {
  const { t } = useTranslation("polls");
  const [kind, setKind] = useState<PollKind>();
  return (
    <ActForm act="poll.create" fields={{ assemblyId }} label={t("desk.create")}>
      <Choices legend={t("desk.kind")}>
        {POLL_KINDS.map((one) => (
          <Choice
            key={one}
            name="kind"
            value={one}
            required
            label={t(`kind.${one}`)}
            help={t(`kindHelp.${one}`)}
            onChange={() => setKind(one)}
          />
        ))}
      </Choices>
      <InLanguages withOptions={kind === undefined || hasOwnOptions(kind)} />
      <Choice
        type="checkbox"
        name="liveResults"
        label={t("desk.liveResults")}
        help={t("desk.liveResultsHelp")}
      />
    </ActForm>
  );
}

/** The reader's language first and open; the others are folded away and may stay empty. */
function InLanguages({ withOptions }: { withOptions: boolean }) {
  const { t } = useTranslation("polls");
  const own = useLanguage();
  const others = LANGUAGES.filter((language) => language !== own);
  return (
    <>
      <InLanguage language={own} withOptions={withOptions} />
      {others.map((language) => (
        <details key={language}>
          <summary>{t("desk.also", { language: languageName(language, own) })}</summary>
          <InLanguage language={language} withOptions={withOptions} />
        </details>
      ))}
    </>
  );
}

function InLanguage({ language, withOptions }: { language: string; withOptions: boolean }) {
  const { t } = useTranslation("polls");
  const name = languageName(language, useLanguage());
  const capital = `${language[0]?.toUpperCase()}${language.slice(1)}`;
  return (
    <div className="stack" lang={language}>
      <Field
        label={t("desk.question", { language: name })}
        name={language}
        maxLength={200}
        optional
      />
      {withOptions && (
        <TextArea
          label={t("desk.options", { language: name })}
          help={t("desk.optionsHelp")}
          name={`options${capital}`}
          optional
        />
      )}
    </div>
  );
}
