import { useTranslation } from "react-i18next";
import { WORD_LENGTH_MAX, WORDS_MAX } from "#domain/live-session/poll.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import type { PollView } from "#wire/polls.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { ActForm } from "../act-form.tsx";
import { usePollNames } from "./poll-names.ts";
import { PollResult } from "./poll-result.tsx";
import { pollsOnStage } from "./poll-lists.ts";
import "./polls.css";

type PollPanelProps = {
  view: SessionView;
  mine: MySessionView;
  patchMine: (changes: MergePatch) => void;
};

/** What is asked of the room now, and what the room just said. */
export function PollPanel({ view, mine, patchMine }: PollPanelProps) {
  return (
    <>
      {pollsOnStage(view).map((poll) => (
        <Poll key={poll.id} poll={poll} said={mine.pollAnswers[poll.id]} patchMine={patchMine} />
      ))}
    </>
  );
}

function Poll({
  poll,
  said,
  patchMine,
}: {
  poll: PollView;
  said: string[] | undefined;
  patchMine: (changes: MergePatch) => void;
}) {
  const { t } = useTranslation("polls");
  const heading = `poll-${poll.id}`;
  return (
    <section className="poll" aria-labelledby={heading}>
      <p className="poll-kind">{t(`kind.${poll.kind}`)}</p>
      <h2 id={heading} className="poll-question">
        <Words of={poll.texts} />
      </h2>
      {poll.state === "open" ? (
        <>
          <ActForm
            act="poll.answer"
            fields={{ pollId: poll.id }}
            label={t(said ? "member.change" : "member.answer")}
            tone="primary"
            // The room tells the exact answer; until then the page says that one was given.
            onDone={() => patchMine({ pollAnswers: { [poll.id]: said ?? [] } })}
          >
            <Answer poll={poll} said={said ?? []} />
          </ActForm>
          <p role="status">{said && t("member.given")}</p>
          <p className="small muted">{t(poll.liveResults ? "member.live" : "member.hidden")}</p>
        </>
      ) : (
        <p className="muted">{t(poll.counts ? "member.closed" : "member.closedHidden")}</p>
      )}
      <PollResult poll={poll} />
    </section>
  );
}

function Answer({ poll, said }: { poll: PollView; said: string[] }) {
  const { t } = useTranslation("polls");
  const nameOf = usePollNames();
  if (poll.kind === "words") {
    return (
      <Field
        // What was answered elsewhere shows here too.
        key={said.join()}
        label={t("member.words", { count: WORDS_MAX })}
        help={t("member.wordsHelp")}
        name="words"
        maxLength={WORDS_MAX * (WORD_LENGTH_MAX + 2)}
        defaultValue={said.join(", ")}
        autoComplete="off"
      />
    );
  }
  const several = poll.kind === "multiple";
  return (
    <Choices legend={t(several ? "member.several" : "member.one")} key={said.join()}>
      {poll.options.map((option) => (
        <Choice
          key={option.id}
          type={several ? "checkbox" : "radio"}
          name="options"
          value={option.id}
          label={nameOf(poll, option)}
          defaultChecked={said.includes(option.id)}
          required={!several}
        />
      ))}
    </Choices>
  );
}
