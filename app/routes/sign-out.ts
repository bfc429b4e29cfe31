import { type ActionFunctionArgs, redirect } from "@remix-run/node";

export function loader() {
  return redirect("/account");
}

export async function action({ context }: ActionFunctionArgs) {
  await context.api.auth.signOut(context.actor);
  return redirect("/", { headers: { "Set-Cookie": context.sessions.forget() } });
}
