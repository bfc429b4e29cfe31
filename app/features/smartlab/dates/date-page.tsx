import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate, formatList, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { bestDates, DATE_ANSWERS, MOST_DATES } from "#domain/smartlab/dates/date-poll.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DateOption, DatePoll, LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";

type Props = { lab: LabInside; polls: DatePoll[]; mayChoose: string[] };

/** When the group can meet: each says, whoever asked or leads chooses. */
export function DatePage({ lab, polls, mayChoose }: Props) {
  const { t } = useTranslation("lab-work");
  return (
    <LabFrame lab={lab} title={t("date.title")} lead={<p>{t("date.about")}</p>}>
      {polls.length === 0 && (
        <EmptyState title={t("date.empty.title")}>
          <p>{t("date.empty.body")}</p>
        </EmptyState>
      )}
      {polls.map((poll) => (
        <Poll key={poll.id} poll={poll} lab={lab} mayChoose={mayChoose.includes(poll.id)} />
      ))}
      {lab.rights.work && <Ask lab={lab} open={polls.length === 0} />}
    </LabFrame>
  );
}

function useHours() {
  const language = useLanguage();
  return ({ startsAt, endsAt }: DateOption) => {
    const [from, to] = [new Date(startsAt), new Date(endsAt)];
    const hours = `${formatTime(language, from)}–${formatTime(language, to)}`;
    return `${formatDate(language, from, "full")}, ${hours}`;
  };
}

function Poll({ poll, lab, mayChoose }: { poll: DatePoll; lab: LabInside; mayChoose: boolean }) {
  const { t } = useTranslation("lab-work");
  const hours = useHours();
  const chosen = poll.options.find(({ id }) => id === poll.chosenId);
  return (
    <Section title={poll.title}>
      <p className="muted">{[poll.by, poll.place].filter(Boolean).join(" · ")}</p>
      {poll.state !== "open" && (
        <p className="row">
          <Tag tone={chosen ? "canopy" : "plain"}>{t(`date.state.${poll.state}`)}</Tag>
          {chosen && <strong>{hours(chosen)}</strong>}
        </p>
      )}
      {poll.state === "open" && lab.rights.work && <MyAnswers poll={poll} />}
      {poll.state === "open" && <Answers poll={poll} mayChoose={mayChoose && lab.rights.work} />}
    </Section>
  );
}

/** Asked once; whoever has answered may change it. */
function MyAnswers({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation("lab-work");
  const hours = useHours();
  const answered = poll.options.every(({ mine }) => mine);
  const form = (
    <PostedAct
      act="lab.dates-answer"
      fields={{ pollId: poll.id }}
      label={t("date.answer")}
      tone="primary"
    >
      {poll.options.map((option) => (
        <div key={option.id} className="lab-says">
          <Choices legend={hours(option)}>
            {DATE_ANSWERS.map((answer) => (
              <Choice
                key={answer}
                name={`answers.${option.id}`}
                value={answer}
                label={t(`date.says.${answer}`)}
                defaultChecked={option.mine === answer}
                required
              />
            ))}
          </Choices>
        </div>
      ))}
    </PostedAct>
  );
  return answered ? <Fold label={t("date.change")}>{form}</Fold> : form;
}

/** Who can come when; the dates that suit most are marked. */
function Answers({ poll, mayChoose }: { poll: DatePoll; mayChoose: boolean }) {
  const { t } = useTranslation("lab-work");
  const hours = useHours();
  const best = bestDates(poll.options);
  return (
    <>
      <ul className="lab-pieces">
        {poll.options.map((option) => (
          <li key={option.id} className="lab-piece">
            <p className="row">
              <strong>{hours(option)}</strong>
              {best.includes(option) && <Tag tone="canopy">{t("date.best")}</Tag>}
            </p>
            <Said option={option} />
            {mayChoose && (
              <Confirm label={t("date.choose")} why={t("date.chooseWhy")}>
                <PostedAct
                  act="lab.dates-choose"
                  fields={{ pollId: poll.id, optionId: option.id }}
                  label={t("date.chooseNow")}
                />
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      {mayChoose && (
        <Confirm label={t("date.drop")} why={t("date.dropWhy")}>
          <PostedAct
            act="lab.dates-drop"
            fields={{ pollId: poll.id }}
            label={t("date.drop")}
            tone="stop"
          />
        </Confirm>
      )}
    </>
  );
}

function Said({ option }: { option: DateOption }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const lines = DATE_ANSWERS.flatMap((answer) => {
    const names = option.answers.flatMap((one) => (one.answer === answer ? one.name : []));
    return names.length > 0 ? { answer, names: formatList(language, names) } : [];
  });
  if (lines.length === 0) return <p className="muted">{t("date.nobody")}</p>;
  return (
    <ul>
      {lines.map(({ answer, names }) => (
        <li key={answer}>
          {t(`date.says.${answer}`)} ({option.counts[answer]}) : {names}
        </li>
      ))}
    </ul>
  );
}

const FIRST_DATES = 3;

function Ask({ lab, open }: { lab: LabInside; open: boolean }) {
  const { t } = useTranslation("lab-work");
  const line = (at: number) => (
    <Field
      key={at}
      name={`starts.${at}`}
      type="datetime-local"
      label={t("date.ask.option", { number: at })}
      optional={at > 1}
    />
  );
  const numbers = Array.from({ length: MOST_DATES }, (_, at) => at + 1);
  return (
    <Fold label={t("date.ask.title")} open={open}>
      <PostedAct act="lab.dates-ask" fields={{ labId: lab.id }} label={t("date.ask.now")} clears>
        <Field name="title" label={t("date.ask.what")} maxLength={120} />
        <Field name="place" label={t("date.ask.place")} maxLength={200} optional />
        <Field
          name="lasts"
          type="number"
          min={15}
          max={720}
          step={15}
          defaultValue={120}
          label={t("date.ask.lasts")}
        />
        {numbers.slice(0, FIRST_DATES).map(line)}
        <Fold label={t("date.ask.more")}>{numbers.slice(FIRST_DATES).map(line)}</Fold>
      </PostedAct>
    </Fold>
  );
}
