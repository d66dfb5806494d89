import { Cell, useCell } from "../api/cell";

/** The words that are searched for in messages; they stay when a result is opened. */
const words = new Cell("");

export const setMessageSearch = (text: string): void => words.set(text);
export const useMessageSearch = (): string => useCell(words);
