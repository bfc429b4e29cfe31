import type { ClientBase, Pool } from "pg";

export type Client = Pool | ClientBase;
