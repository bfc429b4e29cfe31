import { describe, expect, it } from "vitest";
import { ACCOUNT_FORMS, DESK_FORMS, SIGN_IN_FORMS } from "#wire/auth.ts";
import { DECISION_COMMANDS } from "#wire/decisions.ts";
import { LIVE_SESSION_COMMANDS } from "#wire/live-session.ts";
import { ROLE_FORMS } from "#wire/membership.ts";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

describe("text that PostgreSQL cannot keep is refused before it reaches a shared transaction", () => {
  it.each([
    [
      "a ballot",
      DECISION_COMMANDS["decision.cast"],
      { decisionId: ID, electorId: ID, optionId: "for" },
      "optionId",
    ],
    [
      "a question",
      LIVE_SESSION_COMMANDS["question.edit"],
      { questionId: ID, text: "Quand paie-t-on ?", nameHidden: false },
      "text",
    ],
    [
      "an answer",
      LIVE_SESSION_COMMANDS["question.answer"],
      { questionId: ID, answer: "En juin." },
      "answer",
    ],
    ["an address", SIGN_IN_FORMS.code, { address: "alix@example.org" }, "address"],
    ["a name", ACCOUNT_FORMS.profile, { displayName: "Alix", language: "fr" }, "displayName"],
    ["a reason at the desk", DESK_FORMS.code, { personId: ID, reason: "carte vue" }, "reason"],
    ["a reason of an organiser", ROLE_FORMS.end, { grantId: ID, reason: "fin" }, "reason"],
  ])("%s", (_name, schema, input, field) => {
    expect(schema.safeParse(input).success).toBe(true);
    const text = String(input[field as keyof typeof input]);
    const hostile = { ...input, [field]: `${text.slice(0, 2)}\0${text.slice(2)}` };
    expect(schema.safeParse(hostile).success).toBe(false);
  });
});
