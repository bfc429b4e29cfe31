import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Gallery } from "#app/ui/gallery/gallery.tsx";

/** Every component of the design system by day and by night. In the demo alone. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.demo) throw data(null, { status: 404 });
  return null;
}

export default function DevUi() {
  return <Gallery />;
}
