import { useEffect, useState, type ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

/** Shown once the page can act: without JavaScript the browser's own menu prints. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" tone="quiet" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
