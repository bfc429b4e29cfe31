import { Link, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Place, Shell } from "#app/ui/shell.tsx";
import type { Role } from "#domain/kernel/actor.ts";
import type { loader } from "#app/root.tsx";
import { PreferencesForm } from "./preferences-form.tsx";
import { UnreadCount } from "./unread-count.tsx";
import "./hall.css";

const REGISTER_ROLES: Role[] = ["register_keeper", "organiser", "desk"];

/** The shell with Palabre's own places in it. */
export function Hall({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const root = useRouteLoaderData<typeof loader>("root");
  const visitor = root?.actor;
  const keepsRegister = visitor?.grants.some(({ role }) => REGISTER_ROLES.includes(role));
  const places: Place[] = [
    { to: "/", label: t("places.home"), icon: "home" },
    { to: "/assembly", label: t("places.assembly"), icon: "agenda" },
    { to: "/smartlab", label: t("places.smartlab"), icon: "bench" },
    ...(keepsRegister
      ? [{ to: "/membership", label: t("places.membership"), icon: "people" } as const]
      : []),
    visitor
      ? { to: "/account", label: t("places.account"), icon: "person" }
      : { to: "/sign-in", label: t("places.signIn"), icon: "person" },
  ];
  return (
    <Shell
      places={places}
      person={visitor && <Visitor {...visitor} />}
      footer={
        <div className="hall-foot">
          <div>
            <p>{t("footer.promise")}</p>
            {root?.demo && <p>{t("footer.demo")}</p>}
            <p className="hall-foot-places">
              <Link to="/codev">{t("places.codev")}</Link>
              <Link to="/surveys">{t("places.surveys")}</Link>
              <Link to="/workers-assembly">{t("places.workersAssembly")}</Link>
              <Link to="/ledger">{t("places.ledger")}</Link>
              <Link to="/reports/figures">{t("places.figures")}</Link>
            </p>
          </div>
          <PreferencesForm />
        </div>
      }
    >
      {children}
    </Shell>
  );
}

/** Who is signed in, and what they were told and have not read. */
function Visitor({ name, unread }: { name: string; unread: number }) {
  const { t } = useTranslation();
  return (
    <span className="visitor-row">
      <Link to="/notifications" className="visitor-notices">
        {t("places.notices")}
        <UnreadCount unread={unread} />
      </Link>
      <span className="visitor">{name}</span>
    </span>
  );
}
