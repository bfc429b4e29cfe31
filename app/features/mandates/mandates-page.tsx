import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MandatesPage as Mandates } from "#wire/mandates.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { GivenMandates, HeldMandates } from "./my-mandates.tsx";
import { MandateRegister } from "./mandate-register.tsx";
import { RegisterWritten } from "./register-written.tsx";

type Props = { page: Mandates; answer: ActAnswer | undefined };

/** One person's mandates at one assembly: to give, to take, to end; and the bureau's list. */
export function MandatesPage({ page, answer }: Props) {
  const { t } = useTranslation("mandates");
  const { assembly, allowed, open, article, maxPerHolder, mine, register } = page;
  return (
    <Page
      wide={register !== undefined}
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("title")}
      lead={allowed && <p>{t("lead")}</p>}
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      {allowed ? (
        <>
          {!open && (
            <Notice tone="wait">
              <p>{t("closed")}</p>
            </Notice>
          )}
          <HeldMandates mine={mine} open={open} />
          <GivenMandates page={page} />
          {open && <GiveMandate page={page} answer={answer} />}
          <p className="muted">
            {t("rule", { count: maxPerHolder })} {article && t("basis", { article })}
          </p>
          {page.mayRegister && (
            <RegisterWritten
              assemblyId={assembly.id}
              answer={answer}
              registered={register?.length ?? 0}
            />
          )}
          {register && <MandateRegister register={register} />}
        </>
      ) : (
        <EmptyState title={t("off.title")}>
          <p>{t("off.body")}</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** For those whose voice is not entrusted to anybody yet. */
function GiveMandate({ page, answer }: Props) {
  const { t } = useTranslation("mandates");
  const { assembly, givers, mine } = page;
  const free = givers.filter(({ id }) => !(id in mine.given));
  const [first] = free;
  if (!first) return null;
  const written = answer && !answer.ok && answer.intent === "mandate.give" ? answer.fields : {};
  const shared = { assemblyId: assembly.id };
  return (
    <Section title={t("give.heading")}>
      <p>{t("give.why")}</p>
      <PostedAct
        act="mandate.give"
        fields={free.length === 1 ? { ...shared, giverId: first.id } : shared}
        label={t("give.submit")}
        tone="primary"
      >
        {free.length > 1 && (
          <Select
            label={t("give.whom")}
            name="giverId"
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Field
          label={t("give.number")}
          name="registerNo"
          maxLength={20}
          autoComplete="off"
          defaultValue={written["registerNo"]}
        />
        <Field
          label={t("give.name")}
          name="familyName"
          maxLength={120}
          autoComplete="off"
          defaultValue={written["familyName"]}
        />
      </PostedAct>
    </Section>
  );
}
