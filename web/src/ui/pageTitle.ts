import { Cell } from "../api/cell";

/** A number in front of the title of every page: the unread notifications. */
export const titleCount = new Cell(0);
