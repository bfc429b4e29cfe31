import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LabInside, LabPerson, LabTask } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";

type Props = { lab: LabInside; tasks: LabTask[]; group: LabPerson[]; today: string };

/** Who does what until when; what is done stays, below. */
export function TaskPage({ lab, tasks, group, today }: Props) {
  const { t } = useTranslation("lab-work");
  const open = tasks.filter(({ doneAt }) => doneAt === undefined);
  const done = tasks.filter(({ doneAt }) => doneAt !== undefined);
  const line = (task: LabTask) => (
    <TaskLine key={task.id} task={task} lab={lab} group={group} today={today} />
  );
  return (
    <LabFrame lab={lab} title={t("task.title")} lead={<p>{t("task.about")}</p>}>
      {open.length === 0 ? (
        <EmptyState title={t("task.empty.title")}>
          <p>{t("task.empty.body")}</p>
        </EmptyState>
      ) : (
        <ul className="lab-pieces">{open.map(line)}</ul>
      )}
      {lab.rights.work && (
        <Section title={t("task.add.title")}>
          <PostedAct
            act="lab.task-add"
            fields={{ labId: lab.id }}
            label={t("task.add.now")}
            tone="primary"
            clears
          >
            <TaskFields group={group} />
          </PostedAct>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={t("task.done", { count: done.length })}>
          <ul className="lab-pieces">{done.map(line)}</ul>
        </Section>
      )}
    </LabFrame>
  );
}

function TaskFields({ group, task }: { group: LabPerson[]; task?: LabTask }) {
  const { t } = useTranslation("lab-work");
  return (
    <>
      <Field name="title" label={t("task.what")} maxLength={200} defaultValue={task?.title} />
      <Select
        name="ownerId"
        label={t("task.who")}
        optional
        defaultValue={task?.owner?.id ?? ""}
        options={[
          { value: "", label: t("task.nobody") },
          ...group.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field name="dueOn" type="date" label={t("task.due")} optional defaultValue={task?.dueOn} />
    </>
  );
}

function TaskLine({ task, lab, group, today }: { task: LabTask } & Omit<Props, "tasks">) {
  const { t } = useTranslation("lab-work");
  const { id, title, dueOn, doneAt, mine } = task;
  const isDone = doneAt !== undefined;
  const late = !isDone && dueOn !== undefined && dueOn < today;
  return (
    <li className="lab-piece">
      <p className="lab-piece-title">{title}</p>
      <p className="row">
        {mine && !isDone && <Tag tone="canopy">{t("task.mine")}</Tag>}
        {late && <Tag tone="clay">{t("task.late")}</Tag>}
        <Facts task={task} />
      </p>
      {lab.rights.work && (
        <div className="row">
          <PostedAct
            act="lab.task-done"
            fields={{ taskId: id, on: String(!isDone) }}
            label={
              <>
                {t(isDone ? "task.again" : "task.finish")}
                <span className="for-ears"> {title}</span>
              </>
            }
          />
          {!isDone && (
            <Fold label={t("task.change")}>
              <PostedAct act="lab.task-change" fields={{ taskId: id }} label={t("task.save")}>
                <TaskFields group={group} task={task} />
              </PostedAct>
              <PostedAct
                act="lab.task-remove"
                fields={{ taskId: id }}
                label={t("task.remove")}
                tone="stop"
              />
            </Fold>
          )}
        </div>
      )}
    </li>
  );
}

function Facts({ task: { owner, dueOn, doneAt } }: { task: LabTask }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const day = (value: string | Date) => formatDate(language, value, "long");
  const facts = [
    owner?.name ?? t("task.nobody"),
    dueOn && t("task.until", { date: day(dueOn) }),
    doneAt !== undefined && t("task.doneOn", { date: day(new Date(doneAt)) }),
  ];
  return <span className="muted">{facts.filter(Boolean).join(" · ")}</span>;
}
