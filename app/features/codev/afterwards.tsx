import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { MOODS } from "#domain/codev/words.ts";
import type { CyclePage, CycleSession } from "#wire/codev-pages.ts";

type Props = { page: CyclePage; session: CycleSession };

const DEGREES = [1, 2, 3, 4] as const;
const QUESTIONS = ["useful", "safe", "act"] as const;

/** After a session: the plan that can be kept, three questions; for the pair, its report. */
export function Afterwards({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const fields = { sessionId: session.id };
  if (page.as === "facilitator") return <Report page={page} session={session} />;
  return (
    <>
      {session.myPlan === "written" && (
        <PostedAct
          act="codev.keep-plan"
          fields={fields}
          label={t("plan.keep")}
          tone={page.state === "closed" ? "primary" : "quiet"}
        />
      )}
      {session.myPlan === "kept" && <p className="muted">{t("plan.kept")}</p>}
      {session.wasThere && !session.evaluated && <Evaluate session={session} />}
      {session.evaluated && <p className="muted">{t("evaluate.done")}</p>}
    </>
  );
}

function Evaluate({ session }: Pick<Props, "session">) {
  const { t } = useTranslation("codev");
  return (
    <details className="codev-fold">
      <summary>{t("evaluate.title")}</summary>
      <p className="muted">{t("evaluate.about")}</p>
      <PostedAct act="codev.evaluate" fields={{ sessionId: session.id }} label={t("evaluate.send")}>
        {QUESTIONS.map((question) => (
          <Choices key={question} legend={t(`evaluate.${question}`)}>
            {DEGREES.map((degree) => (
              <Choice
                key={degree}
                name={question}
                value={degree}
                label={t(`degree.${degree}`)}
                required
              />
            ))}
          </Choices>
        ))}
        <TextArea
          label={t("evaluate.comment")}
          help={t("evaluate.commentHelp")}
          name="comment"
          optional
          rows={3}
          maxLength={600}
        />
      </PostedAct>
    </details>
  );
}

function Report({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const words = session.words ?? [];
  const mine = words.find(({ kind, personId }) => kind === "debrief" && personId === page.me);
  const nameOf = (id: string) =>
    [...page.people, ...page.facilitators].find((person) => person.id === id)?.name;
  return (
    <details className="codev-fold">
      <summary>{t(session.reported ? "report.change" : "report.title")}</summary>
      {words.map(({ kind, personId, text }) => (
        <blockquote key={kind + personId} className="codev-own">
          <p className="muted small">{t(`report.${kind}`, { name: nameOf(personId) })}</p>
          <p>{text}</p>
        </blockquote>
      ))}
      <p className="muted">{t("report.about")}</p>
      <PostedAct
        act="codev.report-session"
        fields={{ sessionId: session.id }}
        label={t("report.send")}
      >
        <Choices legend={t("report.mood")}>
          {MOODS.map((mood) => (
            <Choice key={mood} name="mood" value={mood} label={t(`mood.${mood}`)} required />
          ))}
        </Choices>
        <CheckBox name="incident" label={t("report.incident")} help={t("report.incidentHelp")} />
        <TextArea
          label={t("report.debriefLabel")}
          help={t("report.debriefHelp")}
          name="debrief"
          defaultValue={mine?.text ?? ""}
          optional
          maxLength={4_000}
        />
      </PostedAct>
    </details>
  );
}

/** Where no screen was used: who was there and who was client. */
export function RecordSession({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const people = page.people.filter(({ state }) => state === "active");
  const planned = session.turns.filter(({ state }) => state === "planned");
  return (
    <PostedAct
      act="codev.record-session"
      fields={{ sessionId: session.id }}
      label={t("record.save")}
    >
      <Choices legend={t("record.present")}>
        {people.map(({ id, name }) => (
          <CheckBox key={id} name="presentIds" value={id} label={name} defaultChecked />
        ))}
      </Choices>
      <Choices legend={t("record.client")} help={t("record.clientHelp")}>
        {people.map(({ id, name, clientCount }) => (
          <CheckBox
            key={id}
            name="clientIds"
            value={id}
            label={name}
            help={clientCount > 0 ? t("people.wasClient") : undefined}
            defaultChecked={planned.some(({ clientId }) => clientId === id)}
          />
        ))}
      </Choices>
    </PostedAct>
  );
}
