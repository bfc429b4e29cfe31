import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { optionsOf } from "#domain/smartlab/decisions/lab-methods.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { DecisionPage } from "#wire/lab-decisions.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { OutcomeWords, useOptionName } from "./outcome-words.tsx";

type Vote = NonNullable<DecisionPage["vote"]>;
type Props = { lab: LabInside; page: DecisionPage; vote: Vote; leads: boolean };

/** A vote by name: said before one votes, and who chose what is told after the count. */
export function VotePart({ lab, page, vote }: Props) {
  const { t } = useTranslation("lab-work");
  const { decision } = page;
  const nameOf = useOptionName(decision.options);
  return (
    <Section title={t("decision.vote.title")}>
      {decision.phase === "voting" && (
        <>
          <Notice title={t("decision.vote.named")}>
            <p>{t("decision.vote.namedWhy")}</p>
          </Notice>
          <p>{t("decision.vote.cast", { count: vote.cast, people: vote.people })}</p>
          {lab.rights.work && <MyBallot page={page} vote={vote} nameOf={nameOf} />}
        </>
      )}
      {vote.outcome && (
        <p>
          <strong>
            <OutcomeWords of={vote.outcome} options={decision.options} />
          </strong>
        </p>
      )}
      {vote.ballots && (
        <Table
          caption={t("decision.vote.ballots")}
          columns={[
            { key: "name", label: t("decision.vote.who"), cell: ({ name }) => name },
            {
              key: "choice",
              label: t("decision.vote.choice"),
              cell: ({ options }) => options.map(nameOf).join(", ") || t("decision.vote.blank"),
            },
          ]}
          rows={vote.ballots}
          rowKey={({ name }) => name}
        />
      )}
    </Section>
  );
}

const TONES = { for: "for", against: "against", abstain: "abstain" } as const;

function MyBallot({
  page: { decision },
  vote,
  nameOf,
}: {
  page: DecisionPage;
  vote: Vote;
  nameOf: (option: string) => string;
}) {
  const { t } = useTranslation("lab-work");
  const method = decision.method ?? "resolution";
  return (
    <PostedAct
      act="lab.decision-vote"
      fields={{ decisionId: decision.id }}
      label={t(vote.mine ? "decision.vote.change" : "decision.vote.send")}
      tone="primary"
    >
      <Choices
        legend={t(`decision.vote.legend.${method}`)}
        help={vote.mine && t("decision.vote.voted", { choice: vote.mine.map(nameOf).join(", ") })}
      >
        {optionsOf(method, decision.options).map((option) =>
          method === "approval" ? (
            <CheckBox
              key={option}
              name="options"
              value={option}
              label={nameOf(option)}
              defaultChecked={vote.mine?.includes(option)}
            />
          ) : (
            <Choice
              key={option}
              name="options"
              value={option}
              label={nameOf(option)}
              tone={TONES[option as keyof typeof TONES]}
              defaultChecked={vote.mine?.includes(option)}
              required
            />
          ),
        )}
      </Choices>
    </PostedAct>
  );
}
