// Demo identifiers say what they are and sort in the order they were made, which keeps the indexes
// of a fresh database compact. They are UUIDs of version 8: the version left to applications.
const KINDS = {
  person: "de300001",
  event: "de300002",
  affiliation: "de300003",
  representation: "de300004",
  grant: "de300005",
  assembly: "de300006",
  item: "de300007",
  document: "de300008",
  decision: "de300009",
  question: "de30000a",
  move: "de30000b",
  attendance: "de30000c",
  incident: "de300020",
  site: "de300021",
  session: "de300022",
  lab: "de300060",
  "lab-meeting": "de300061",
  "lab-hub": "de300062",
  "lab-entry": "de300063",
  "lab-minutes": "de300070",
  "lab-task": "de300071",
  "lab-thread": "de300072",
  "lab-post": "de300073",
  "lab-decision": "de300074",
  "lab-dates": "de300075",
  "lab-date": "de300076",
  campaign: "de300080",
  survey: "de300081",
  "survey-demand": "de300082",
  "workers-assembly": "de300090",
  proposal: "de300091",
  debate: "de300092",
  "ledger-group": "de300080",
  "ledger-objective": "de300081",
  "ledger-item": "de300082",
  codevCycle: "de300040",
  codevSession: "de300041",
  codevAnswer: "de300049",
} as const;

/** The identifier of the n-th demo row of a kind; the same at every seeding. */
export function demoId(kind: keyof typeof KINDS, n: number): string {
  return `${KINDS[kind]}-0000-8000-8000-${n.toString(16).padStart(12, "0")}`;
}
