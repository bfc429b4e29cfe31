import { useTranslation } from "react-i18next";
import type { PollView } from "#wire/polls.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { usePollNames } from "./poll-names.ts";
import { PollResult } from "./poll-result.tsx";
import "./polls.css";

/** A poll on the room's screen: what is asked, how many answered, and the numbers once they show. */
export function PollOnScreen({ poll, host }: { poll: PollView; host: string }) {
  const { t } = useTranslation("polls");
  const nameOf = usePollNames();
  return (
    <article className="screen-poll">
      <p className="screen-sign">{t(`kind.${poll.kind}`)}</p>
      <h2 className="screen-title">
        <Words of={poll.texts} />
      </h2>
      {poll.counts ? (
        <PollResult poll={poll} />
      ) : (
        <>
          {poll.options.length > 0 && (
            <ul className="screen-poll-options">
              {poll.options.map((option) => (
                <li key={option.id}>{nameOf(poll, option)}</li>
              ))}
            </ul>
          )}
          <p className="screen-words">{t("result.answers", { count: poll.answers })}</p>
        </>
      )}
      {poll.state === "open" && <p className="screen-how">{t("screen.how", { address: host })}</p>}
    </article>
  );
}
