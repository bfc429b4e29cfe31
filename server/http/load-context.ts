import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { SessionCookies } from "../auth/session-cookies.ts";
import type { Api } from "../container.ts";

/** What a route is given besides the request: who asks, in which language, and the use-cases. */
export type LoadContext = {
  actor: Actor;
  api: Api;
  cspNonce: string;
  language: Language;
  /** The demo cooperative: personas on the sign-in page, mails readable at /dev/mails. */
  demo: boolean;
  now: () => Date;
  sessions: SessionCookies;
  requestInfo: {
    ip: string;
    /** The request came from this machine itself and through no proxy. */
    loopback: boolean;
    /** "Firefox, Android": for the person's own list of sessions. */
    device: string;
  };
};

declare module "@remix-run/node" {
  // Remix's way of typing the context of every loader and action.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends LoadContext {}
}
