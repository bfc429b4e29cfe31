import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import "./button.css";

/** One primary per screen; `stop` ends something that cannot be taken back. */
export type ButtonTone = "primary" | "quiet" | "stop";

type Look = { tone?: ButtonTone; wide?: boolean };

function classes({ tone = "primary", wide = false }: Look, more = ""): string {
  return `button button-${tone}${wide ? " button-wide" : ""} ${more}`.trim();
}

/** A form's act. It submits unless `type` says otherwise; `busy` while its answer is awaited. */
export function Button({
  tone,
  wide,
  className,
  type = "submit",
  busy = false,
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={classes({ tone, wide }, className)}
    />
  );
}

/** A way somewhere that deserves the weight of a button. */
export function ButtonLink({ tone, wide, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={classes({ tone, wide }, className)} />;
}
