import { z } from "zod";
import { type Body, ROLES } from "../domain/kernel/actor.ts";
import { keptText } from "./text.ts";

const day = z.iso.date();

/** A field that a form leaves empty. */
const absent = z.literal("").transform(() => undefined);

const body = z
  .string()
  .regex(/^(cooperative|board|assembly:[0-9a-f-]{36})$/)
  .transform((value) => value as Body);

const reason = keptText.trim().min(3).max(300);

/** The forms of the roles page, by intent. */
export const ROLE_FORMS = {
  grant: z.object({
    personId: z.uuid(),
    role: z.enum(ROLES),
    body,
    validFrom: day,
    validTo: z.union([absent, day]).optional(),
  }),
  end: z.object({ grantId: z.uuid(), reason }),
} as const;

/** Names who speaks for an organisation. */
export const RepresentativeForm = z.object({
  legalPersonId: z.uuid(),
  representativeId: z.uuid(),
  validFrom: day,
});

export const WriteImportForm = z.object({ importId: z.uuid() });

/** The register's figures on a day; anything that is no day means today. */
export const FiguresQuery = z.object({ asOf: z.union([day, absent]).optional().catch(undefined) });
