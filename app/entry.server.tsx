import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { translator } from "./i18n/server.ts";
import { NonceContext } from "./nonce.ts";

/** Data that takes longer than this is given up (ms); the page says so. */
export const streamTimeout = 8_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, language }: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  headers.append("Vary", "Cookie, Accept-Language");

  return new Promise((resolve, reject) => {
    let code = status;
    const send = () => {
      const body = new PassThrough();
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          headers,
          status: code,
        }),
      );
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <I18nextProvider i18n={translator(language)}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={streamTimeout}
            nonce={cspNonce}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        ...(isbot(request.headers.get("user-agent"))
          ? { onAllReady: send }
          : { onShellReady: send }),
        onShellError: reject,
        onError: (error) => {
          code = 500;
          report(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Errors of loaders and actions. A reader who leaves in the middle is none. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) report(error);
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : "unknown"}\n`);
}
