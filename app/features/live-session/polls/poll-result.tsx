import { useTranslation } from "react-i18next";
import { wordSizes } from "#domain/live-session/poll.ts";
import type { PollView } from "#wire/polls.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Progress } from "#app/ui/progress.tsx";
import { usePollNames } from "./poll-names.ts";
import "./polls.css";

/** The numbers of a poll, where this audience may see them: bars, or a cloud with its counts. */
export function PollResult({ poll }: { poll: PollView }) {
  const { t } = useTranslation("polls");
  if (!poll.counts) return null;
  if (poll.answers === 0) return <p className="muted">{t("result.none")}</p>;
  return (
    <>
      {poll.kind === "words" ? <Cloud counts={poll.counts} /> : <Bars poll={poll} />}
      <p className="small muted">{t("result.answers", { count: poll.answers })}</p>
    </>
  );
}

function Bars({ poll }: { poll: PollView }) {
  const language = useLanguage();
  const nameOf = usePollNames();
  return (
    <ul className="poll-bars">
      {poll.options.map((option) => {
        const count = poll.counts?.[option.id] ?? 0;
        return (
          <li key={option.id}>
            <Progress
              label={nameOf(poll, option)}
              value={count}
              max={poll.answers}
              words={`${formatNumber(language, count)} · ${formatPercent(language, count, poll.answers)}`}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Cloud({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation("polls");
  const sizes = wordSizes(counts);
  const inOrder = Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
  if (inOrder.length === 0) return <p className="muted">{t("result.noWords")}</p>;
  return (
    <ul className="poll-cloud" aria-label={t("result.cloud")}>
      {inOrder.map(([word, count]) => (
        <li key={word} className={`poll-word poll-word-${sizes[word]}`}>
          {word} <span className="poll-word-count">{count}</span>
        </li>
      ))}
    </ul>
  );
}
