import { Cell } from "../api/cell";

/** The tweet whose place in the home timeline is being explained. */
export const explained = new Cell<string | undefined>(undefined);
