import { data } from "@remix-run/node";

/** Any other address: the root's error page says that nothing is there. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
