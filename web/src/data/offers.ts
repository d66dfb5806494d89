import { Cell } from "../api/cell";

/**
 * Whether the server offers something that pages are built around. What it usually is, is assumed until the server has
 * answered; where it differs, the next visit knows it from the start.
 */
export class Offer {
  readonly isOffered: Cell<boolean>;
  private readonly key: string;
  private readonly usually: boolean;

  /** @param key where the browser stores that it differs */
  constructor(key: string, usually: boolean) {
    this.key = key;
    this.usually = usually;
    this.isOffered = new Cell(this.differed() ? !usually : usually);
  }

  told(offered: boolean): void {
    this.isOffered.set(offered);
    try {
      if (offered === this.usually) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, "1");
    } catch {
      // Without storage, each visit finds out anew.
    }
  }

  private differed(): boolean {
    try {
      return localStorage.getItem(this.key) !== null;
    } catch {
      return false;
    }
  }
}
