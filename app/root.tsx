import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import textFont from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import headingFont from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";
import "./ui/print.css";
import { useNonce } from "./nonce.ts";
import { Hall } from "./features/home/hall.tsx";
import { ErrorPage } from "./features/home/error-page.tsx";
import { readTheme } from "./features/home/preferences.ts";

/** What every page knows: `useRouteLoaderData<typeof loader>("root")`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language, demo } = context;
  return {
    language,
    demo,
    theme: readTheme(request.headers.get("Cookie")),
    actor:
      actor.kind === "person"
        ? {
            personId: actor.personId,
            name: actor.name,
            isMember: actor.isMember,
            grants: actor.grants,
            unread: await api.notifications.unread(actor.personId),
          }
        : null,
  };
}

/**
 * A route that brings its own walls (the room screen) says
 * `export const handle: RouteHandle = { shell: false }`.
 */
export type RouteHandle = { shell?: boolean };

/**
 * A loader whose page says sentences of further slugs from the start, and does not always, answers
 * with them: the browser has them before the page wakes up.
 */
export type RouteWords = { words?: string[] };

export const meta: MetaFunction = () => [{ title: "Palabre" }];

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const theme = useRouteLoaderData<typeof loader>("root")?.theme ?? "auto";
  const words = useMatches().flatMap(({ data }) => (data as RouteWords | undefined)?.words ?? []);
  return (
    <html
      lang={i18n.language}
      data-theme={theme === "auto" ? undefined : theme}
      data-words={words.join(" ") || undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#fbf8f2" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14201c" media="(prefers-color-scheme: dark)" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        {[textFont, headingFont].map((font) => (
          <link
            key={font}
            rel="preload"
            href={font}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        ))}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const bare = useMatches().some(({ handle }) => (handle as RouteHandle)?.shell === false);
  usePagesOfNobody();
  return bare ? (
    <Outlet />
  ) : (
    <Hall>
      <Outlet />
    </Hall>
  );
}

/** Who signs out leaves none of the pages on the device that were to open without a network. */
function usePagesOfNobody() {
  const nobody = useRouteLoaderData<typeof loader>("root")?.actor === null;
  useEffect(() => {
    if (!nobody) return;
    void import("./features/live-session/kept-page.ts").then((kept) => kept.forgetAllPages());
  }, [nobody]);
}

export function ErrorBoundary() {
  return (
    <Hall>
      <ErrorPage />
    </Hall>
  );
}
