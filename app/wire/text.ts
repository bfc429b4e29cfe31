import { z } from "zod";

/**
 * Text that can be kept. PostgreSQL takes no NUL: one in a ballot or a support would fail every
 * neighbour that shares its transaction.
 */
export const keptText = z.string().refine((text) => !text.includes("\0"));
