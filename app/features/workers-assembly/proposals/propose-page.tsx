import { Form, Link, useLocation, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { Refusal } from "#domain/kernel/result.ts";
import type { ProposalBeginning, ProposePage as Loaded, Wording } from "#wire/proposal-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { ProposalFields, type Values } from "./fields.tsx";
import { SimilarOnes, useSimilar } from "./similar.tsx";
import { Said } from "./words.tsx";
import "./proposals.css";

/** What a refused proposal comes back with: why, what was typed, and what resembles it. */
export type Refused = { refusal: Refusal; fields: Record<string, string>; similar: Wording[] };

/** Where one proposes: what resembles it is shown while it is typed, and once more before it counts. */
export function ProposePage({ page, refused }: { page: Loaded; refused: Refused | undefined }) {
  const { t } = useTranslation("workers-assembly");
  const { search } = useLocation();
  const { head, why } = page;
  const wall = `/workers-assembly/${head.slug}/proposals`;
  return (
    <Page
      kicker={<Link to={wall}>{t("wall.title")}</Link>}
      title={t("propose.title")}
      lead={<p>{t("propose.lead")}</p>}
    >
      <LineNav head={head} />
      {why ? (
        <Notice tone="wait" title={t(`propose.why.${why}`)}>
          {why === "not-signed-in" ? (
            <ButtonLink to={`/sign-in?to=${encodeURIComponent(`${wall}/new${search}`)}`}>
              {t("propose.signIn")}
            </ButtonLink>
          ) : (
            <Link to={wall}>{t("propose.read")}</Link>
          )}
        </Notice>
      ) : (
        <Write page={page} refused={refused} />
      )}
    </Page>
  );
}

function Write({ page, refused }: { page: Loaded; refused: Refused | undefined }) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const typed = useSimilar(page.head.slug, form);
  const { state } = useNavigation();
  const { head, from } = page;
  const seen = refused?.refusal.code === "proposal-similar";
  const values = refused?.fields ?? begun(page, language);
  return (
    <>
      {refused && <RefusalNote refusal={refused.refusal} />}
      <SimilarOnes slug={head.slug} similar={typed ?? similarIn(refused)} />
      <Section title={t("propose.yours")}>
        <Form method="post" ref={form} className="stack">
          <Hidden
            intent="proposal.propose"
            fields={{ slug: head.slug, ...(seen ? { seen: "on" } : {}) }}
          />
          {from && <BeginsFrom from={from} refused={refused} />}
          <ProposalFields {...page} values={values} />
          {!from && <FromWorkshop values={refused?.fields ?? {}} />}
          <p className="muted small">{t("propose.unnamed")}</p>
          <div>
            <Button busy={state !== "idle"}>{t(seen ? "propose.anyway" : "propose.send")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

const similarIn = (refused: Refused | undefined) => refused?.similar ?? [];

/** What stands in the form before anybody typed. */
function begun({ city, from }: Loaded, reader: string): Values {
  if (!from) return { city, language: reader };
  const { theme, city: there } = from;
  return { city: there ?? city, language: from.language, ...(theme ? { theme } : {}) };
}

const FROM = { demandId: "fromDemand", labId: "fromLab", sessionId: "fromSession" } as const;

/** What it comes from, which everybody will read: whoever proposes may leave it out. */
function BeginsFrom({
  from: { field, id, text, language },
  refused,
}: {
  from: ProposalBeginning;
  refused: Refused | undefined;
}) {
  const { t } = useTranslation("workers-assembly");
  return (
    <Choices legend={t(`propose.${FROM[field]}`)} help={t("propose.sayFromHelp")}>
      <CheckBox
        name={field}
        value={id}
        defaultChecked={!refused || Boolean(refused.fields[field])}
        label={t("propose.sayFrom")}
        help={<Said in={language}>{text}</Said>}
      />
    </Choices>
  );
}

function FromWorkshop({ values }: { values: Record<string, string> }) {
  const { t } = useTranslation("workers-assembly");
  return (
    <details className="fold" open={Boolean(values["workshop"])}>
      <summary>{t("propose.workshop")}</summary>
      <div className="stack">
        <Field
          label={t("propose.workshopName")}
          help={t("propose.workshopHelp")}
          name="workshop"
          required={false}
          maxLength={120}
          defaultValue={values["workshop"]}
        />
        <Field
          label={t("propose.workshopOn")}
          name="workshopOn"
          type="date"
          required={false}
          defaultValue={values["workshopOn"]}
        />
      </div>
    </details>
  );
}
