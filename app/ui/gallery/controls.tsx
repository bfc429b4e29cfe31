import { Button, ButtonLink } from "../button.tsx";
import { CheckBox } from "../choice.tsx";
import { Confirm } from "../confirm.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Field, Select, TextArea } from "../field.tsx";
import { LanguageTag } from "../language-tag.tsx";
import { Notice } from "../notice.tsx";
import { Progress } from "../progress.tsx";
import { RefusalNote } from "../refusal-note.tsx";
import { Stat, Stats } from "../stat.tsx";
import { Table } from "../table.tsx";
import { Tag } from "../tag.tsx";
import type { SideProps } from "./gallery.tsx";

const YEARS = [
  { year: "2023", members: "37,670", voters: "1,046" },
  { year: "2024", members: "41,702", voters: "841" },
];

/** What pages are made of between the civic forms. */
export function Controls({ theme }: SideProps) {
  return (
    <>
      <div className="row">
        <Button>Primary</Button>
        <Button tone="quiet">Quiet</Button>
        <Button tone="stop">Stop</Button>
        <ButtonLink tone="quiet" to="/dev/ui">
          A way
        </ButtonLink>
        <Button disabled>Not now</Button>
      </div>
      <Fields />
      <Notices />
      <div className="row">
        <Tag>Plain</Tag>
        <Tag tone="canopy" shape="circle">
          Adopted
        </Tag>
        <Tag tone="clay" shape="square">
          Overdue
        </Tag>
        <Tag tone="ochre" shape="ring">
          Waiting
        </Tag>
        <Tag tone="lake">Information</Tag>
        <Tag tone="plum">Demand</Tag>
        <LanguageTag language="nl" />
      </div>
      <Stats>
        <Stat value="841" label="Voters" of="of 41,702 members, 2.0%" note="Source: report 2024" />
        <Stat value="8" label="Offices" of="open in 2025" />
      </Stats>
      <Progress label="Import" value={12_400} max={41_702} words="12,400 of 41,702 lines" />
      <Table
        caption={`Members and voters (${theme})`}
        columns={[
          { key: "year", label: "Year", cell: (row) => row.year },
          {
            key: "members",
            label: "Members",
            numeric: true,
            cell: (row) => row.members,
          },
          {
            key: "voters",
            label: "Voters",
            numeric: true,
            cell: (row) => row.voters,
          },
        ]}
        rows={YEARS}
        rowKey={(row) => row.year}
      />
    </>
  );
}

function Fields() {
  return (
    <div className="stack">
      <Field label="E-mail" type="email" help="The one you gave to the cooperative." />
      <Field label="Code" error="This code is no longer valid. Ask for a new one." />
      <TextArea label="My question" maxLength={600} rows={3} />
      <Select
        label="Office"
        optional
        options={[
          { value: "", label: "All" },
          { value: "liege", label: "Liège" },
        ]}
      />
      <CheckBox label="Hide my name on the screen" help="Moderators still see it." />
      <Confirm
        label="Close the vote"
        tone="stop"
        why="Nobody can vote after this, and it cannot be opened again."
      >
        <Button tone="stop">Close it now</Button>
      </Confirm>
    </div>
  );
}

function Notices() {
  return (
    <div className="stack">
      <Notice title="Good to know">
        <p>The roll was taken on 20 May.</p>
      </Notice>
      <Notice tone="done" title="Your vote is recorded" />
      <Notice tone="wait" title="The count is running" />
      <RefusalNote refusal={{ code: "vote-closed" }} />
      <EmptyState title="No question yet" action={<Button tone="quiet">Ask the first</Button>}>
        <p>Questions appear here as soon as a moderator has read them.</p>
      </EmptyState>
    </div>
  );
}
