import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import { readEmail } from "../domain/membership/register-values.ts";
import { CODE_DIGITS, PASSWORD_MAX } from "../domain/membership/sign-in-limits.ts";
import { keptText } from "./text.ts";

/** A mail address as the register holds it. */
export const Address = keptText.max(254).transform((typed, context) => {
  const address = readEmail(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: "not an address" });
  return z.NEVER;
});

/** The digits of a code, however they were pasted: "123 456". */
const Digits = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/\D/g, ""))
  .refine((digits) => digits.length === CODE_DIGITS);

const password = keptText.min(1).max(PASSWORD_MAX);

/** The forms of the sign-in page, by intent. */
export const SIGN_IN_FORMS = {
  code: z.object({ address: Address }),
  password: z.object({ address: Address, password }),
  persona: z.object({ key: z.string().max(40) }),
} as const;

/** The forms that take a code, by intent. */
export const CODE_FORMS = {
  "verify-code": z.object({ challengeId: z.uuid(), code: Digits }),
  "verify-desk": z.object({ code: z.string().min(12).max(40) }),
} as const;

export const LinkToken = z.object({ token: z.string().min(12).max(100) });

/** The forms of one's own account, by intent. */
export const ACCOUNT_FORMS = {
  profile: z.object({
    displayName: keptText.trim().max(80),
    language: z.enum(LANGUAGES),
  }),
  password: z.object({ password }),
  "remove-password": z.object({}),
  "sign-out-everywhere": z.object({}),
} as const;

const reason = keptText.trim().min(3).max(300);

/** The forms of the desk, by intent. */
export const DESK_FORMS = {
  address: z.object({ personId: z.uuid(), address: Address, reason }),
  code: z.object({ personId: z.uuid(), reason }),
} as const;
