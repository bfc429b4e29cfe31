import { NavLink, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { loader } from "#app/root.tsx";
import "./membership.css";

const PLACES: { to: string; key: string; action: Action }[] = [
  { to: "/membership", key: "figures", action: "register.read" },
  { to: "/membership/import", key: "import", action: "register.import" },
  { to: "/membership/representatives", key: "representatives", action: "register.read" },
  { to: "/membership/roles", key: "roles", action: "role.grant" },
  { to: "/membership/desk", key: "desk", action: "person.help-sign-in" },
];

/** The register's pages that this person may open. */
export function RegisterNav() {
  const { t } = useTranslation("membership");
  const actor = useRouteLoaderData<typeof loader>("root")?.actor;
  if (!actor) return null;
  // What a page shows needs no session: the server asks again before each act.
  const asActor = { kind: "person", ...actor } as unknown as Actor;
  return (
    <nav className="register-nav" aria-label={t("nav.label")}>
      <ul>
        {PLACES.filter(({ action }) => can(asActor, action, COOPERATIVE)).map(({ to, key }) => (
          <li key={to}>
            <NavLink to={to} end>
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
