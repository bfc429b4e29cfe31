import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { WayInPage as WayIn } from "#server/features/check-in/way-in-page.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { useSiteName } from "./site-name.ts";

type WayInPageProps = { page: WayIn; signedIn: boolean; address: string };

/** Where a poster's address leads: one way in for each kind of person. */
export function WayInPage({ page, signedIn, address }: WayInPageProps) {
  const siteName = useSiteName();
  const { assembly, site } = page;
  return (
    <Page title={<Words of={assembly.title} />} kicker={siteName(site)}>
      {signedIn ? <SignedIn page={page} /> : <ThreeWays page={page} address={address} />}
    </Page>
  );
}

function SignedIn({ page }: { page: WayIn }) {
  const { t } = useTranslation("check-in");
  const { assembly, site, open, here } = page;
  const session = `/live-session/${assembly.slug}`;
  if (site.kind === "online") return <ButtonLink to={session}>{t("wayIn.toSession")}</ButtonLink>;
  if (here) {
    return (
      <>
        <Notice tone="done" role="status">
          <p>{t("wayIn.here")}</p>
        </Notice>
        <p>
          <ButtonLink to={session}>{t("wayIn.toSession")}</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      {open ? (
        <>
          <p>{t("wayIn.arriveWhy")}</p>
          <ActForm
            act="site.arrive"
            fields={{ assemblyId: assembly.id, siteId: site.id }}
            label={t("wayIn.arrive")}
            tone="primary"
          />
        </>
      ) : (
        <DoorsClosed page={page} />
      )}
      <p>
        <Link to={session}>{t("wayIn.toSession")}</Link>
      </p>
    </>
  );
}

function DoorsClosed({ page: { assembly, site } }: { page: WayIn }) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const isOver = assembly.phase === "closed";
  return (
    <Notice tone="wait">
      <p>
        {isOver ? t("wayIn.over") : t("wayIn.hours", { time: formatTime(language, site.startsAt) })}
      </p>
    </Notice>
  );
}

function ThreeWays({ page, address }: { page: WayIn; address: string }) {
  const { t } = useTranslation("check-in");
  const { assembly, site } = page;
  return (
    <>
      {site.kind !== "online" && (
        <Section title={t("wayIn.member.title")}>
          <p>{t("wayIn.member.text")}</p>
        </Section>
      )}
      <Section title={t("wayIn.mail.title")}>
        <p>{t("wayIn.mail.text")}</p>
        <p>
          <ButtonLink to={`/sign-in?to=${encodeURIComponent(address)}`}>
            {t("wayIn.mail.go")}
          </ButtonLink>
        </p>
      </Section>
      <Section title={t("wayIn.guest.title")}>
        {assembly.guestsWelcome ? (
          <>
            <p>{t("wayIn.guest.text")}</p>
            <p>
              <ButtonLink to={`/live-session/${assembly.slug}/guest`} tone="quiet">
                {t("wayIn.guest.go")}
              </ButtonLink>
            </p>
          </>
        ) : (
          <p>{t("wayIn.guest.closed")}</p>
        )}
      </Section>
    </>
  );
}
