import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PassPage } from "#server/features/check-in/own-pass-page.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { PassAtDoor, PassInRoom } from "./pass-card.tsx";

type OwnPassPageProps = PassPage & { answer: ActAnswer | undefined };

/** One's own pass, from the assembly's page; here it can be replaced too. */
export function OwnPassPage({ assembly, path, qr, answer }: OwnPassPageProps) {
  const { t } = useTranslation("check-in");
  return (
    <Page
      title={t("pass.title")}
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      lead={<p>{t("pass.lead")}</p>}
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      <div className="pass">
        <PassAtDoor qr={qr} />
        <PassInRoom path={path} refusal={undefined} />
      </div>
      <div className="not-printed">
        <Section title={t("pass.renew")}>
          <ConfirmAct
            summary={t("pass.renew")}
            why={t("pass.renewWhy")}
            act="pass.renew"
            fields={{ assemblyId: assembly.id }}
            label={t("pass.renewDo")}
          />
        </Section>
      </div>
    </Page>
  );
}
