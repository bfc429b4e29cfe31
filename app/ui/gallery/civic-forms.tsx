import { Button, ButtonLink } from "../button.tsx";
import { Choice, Choices } from "../choice.tsx";
import { ConnectionBadge } from "../connection-badge.tsx";
import { Mark } from "../mark.tsx";
import { Receipt } from "../receipt.tsx";
import { ResultBar } from "../result-bar.tsx";
import { Sheet } from "../sheet.tsx";
import { SpeechArc } from "../speech-arc.tsx";
import { Spine, Station } from "../spine.tsx";
import type { SideProps } from "./gallery.tsx";

/** The forms that people recognise: agenda, question, ballot, result, receipt. */
export function CivicForms({ theme }: SideProps) {
  return (
    <>
      <div className="row">
        <Mark />
        <Mark voices />
        <ConnectionBadge state="connected" />
        <ConnectionBadge state="reconnecting" />
        <ConnectionBadge state="offline" />
      </div>
      <Agenda theme={theme} />
      <Questions />
      <Ballot theme={theme} />
      <Result />
      <Receipt title="Ballot received" codeLabel="Receipt" code="7KQM4T2XH9RD">
        <p>
          Keep this code: it finds your vote in the published list, until the minutes are signed.
        </p>
      </Receipt>
    </>
  );
}

function Agenda({ theme }: SideProps) {
  return (
    <Spine label={`Agenda (${theme})`}>
      <Station
        position={1}
        purpose="inform"
        phase="done"
        title="The year in figures"
        about="20 minutes"
      />
      <Station
        position={2}
        purpose="debate"
        phase="current"
        title="What the working year costs"
        about="30 minutes"
      >
        <p>Three questions wait in the queue; the board answers in turn.</p>
        <ButtonLink to="/dev/ui">Enter the session</ButtonLink>
      </Station>
      <Station
        position={3}
        purpose="decide"
        phase="upcoming"
        title="Approval of the accounts"
        about="Simple majority"
      />
    </Spine>
  );
}

function Questions() {
  return (
    <>
      <SpeechArc
        number={12}
        label="Question 12"
        language="fr"
        languageLabel="French"
        state="In the queue"
        text="Combien de contrats ont été refusés l’an dernier, et pour quelle raison chacun ?"
        about={
          <>
            <span>Item 2</span>
            <span>Noor Vandersteen</span>
            <span>48 supports</span>
          </>
        }
      />
      <SpeechArc
        number={7}
        label="Question 7"
        language="en"
        state="Owed in writing"
        tone="waiting"
        text="When will the office in the north open again?"
        owes="Owed by the management team by 18 December 2026"
      />
      <SpeechArc
        number={3}
        label="Question 3"
        language="en"
        state="Being asked"
        tone="now"
        text="Why is the reserve not shared among those who made it?"
      />
    </>
  );
}

function Ballot({ theme }: SideProps) {
  return (
    <Sheet
      level={2}
      kind="Vote by name"
      basis="Statutes, article 37"
      title="Resolution 4: approval of the accounts of 2025"
      foot={<Button>Review my vote</Button>}
    >
      <p>The assembly approves the accounts closed on 31 December 2025 as presented.</p>
      <Choices legend="My vote">
        <Choice name={`vote-${theme}`} value="for" label="For" tone="for" defaultChecked />
        <Choice name={`vote-${theme}`} value="against" label="Against" tone="against" />
        <Choice name={`vote-${theme}`} value="abstain" label="Abstain" tone="abstain" />
      </Choices>
    </Sheet>
  );
}

function Result() {
  return (
    <ResultBar
      segments={[
        {
          tone: "for",
          label: "For",
          count: 572,
          countWords: "572",
          share: "68.0%",
        },
        {
          tone: "against",
          label: "Against",
          count: 50,
          countWords: "50",
          share: "5.9%",
        },
        {
          tone: "abstain",
          label: "Abstain",
          count: 219,
          countWords: "219",
          share: "26.0%",
        },
      ]}
      threshold={{
        num: 3,
        den: 4,
        of: "for-and-against",
        label: "Three quarters of the votes for and against",
      }}
    />
  );
}
