import { Page } from "../page.tsx";
import { CivicForms } from "./civic-forms.tsx";
import { Controls } from "./controls.tsx";
import "./gallery.css";

/** For people who build pages: English alone, invented content alone. */
export function Gallery() {
  return (
    <Page title="The design system" wide lead={<p>Every component, by day and by night.</p>}>
      <div className="gallery">
        {(["light", "dark"] as const).map((theme) => (
          <div key={theme} data-theme={theme} className="gallery-side stack-wide" lang="en">
            <h2>{theme === "light" ? "By day" : "By night"}</h2>
            <CivicForms theme={theme} />
            <Controls theme={theme} />
          </div>
        ))}
      </div>
    </Page>
  );
}

/** Headings and ids differ by side: two parts of one page never share a name. */
export type SideProps = { theme: "light" | "dark" };
