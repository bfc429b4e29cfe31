import { useTranslation } from "react-i18next";
import type { PollView } from "#wire/polls.ts";
import { ActForm } from "../act-form.tsx";

/** The words of a cloud before everybody reads them: shown one by one, and hidden again. */
export function PollWords({ poll }: { poll: PollView }) {
  const { t } = useTranslation("polls");
  const pending = Object.entries(poll.pending ?? {});
  const hidden = Object.entries(poll.hidden ?? {});
  return (
    <div className="stack">
      {pending.length > 0 && (
        <>
          <h3>{t("words.pending")}</h3>
          <ul className="poll-words">
            {pending.map(([word, count]) => (
              <Word key={word} pollId={poll.id} word={word} count={count} acts={[true, false]} />
            ))}
          </ul>
        </>
      )}
      {Object.keys(poll.counts ?? {}).length > 0 && (
        <details>
          <summary>{t("words.shown")}</summary>
          <ul className="poll-words">
            {Object.entries(poll.counts ?? {}).map(([word, count]) => (
              <Word key={word} pollId={poll.id} word={word} count={count} acts={[false]} />
            ))}
          </ul>
        </details>
      )}
      {hidden.length > 0 && (
        <details>
          <summary>{t("words.hidden", { count: hidden.length })}</summary>
          <ul className="poll-words">
            {hidden.map(([word, count]) => (
              <Word key={word} pollId={poll.id} word={word} count={count} acts={[true]} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type WordProps = { pollId: string; word: string; count: number; acts: boolean[] };

function Word({ pollId, word, count, acts }: WordProps) {
  const { t } = useTranslation("polls");
  return (
    <li className="row">
      <span>
        {word} <span className="muted">{count}</span>
      </span>
      {acts.map((on) => (
        <ActForm
          key={String(on)}
          act="poll.word"
          fields={{ pollId, word, on: String(on) }}
          label={t(on ? "words.show" : "words.hide")}
          about={word}
        />
      ))}
    </li>
  );
}
