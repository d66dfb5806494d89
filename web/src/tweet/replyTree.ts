import type { Branch, More, Part } from "./conversation";

/** Deeper replies are shown at this depth. */
const DEEPEST = 2;

/** A line of a conversation below its tweet: a reply, or a button for more replies to `id`. */
export interface Row {
  key: string;
  id: string;
  more: More | undefined;
  /** For a button: whether some of the replies are shown. */
  hasSome: boolean;
  depth: number;
  /** The tweet that it is joined to; replies to another one name its author. */
  about: string;
  /** The depths at which lines pass it on their way down. */
  rails: readonly number[];
  /** Whether lines lead to its picture from the left or from above, and from it down. */
  fromLeft: boolean;
  fromAbove: boolean;
  down: boolean;
  /** Whether the next row has nothing to do with it. */
  ends: boolean;
}

interface Conversation {
  /** The tweet whose replies are shown. */
  root: string;
  parts: readonly Part[];
  branches: Readonly<Record<string, Branch>>;
  /** Replies that come first, by the tweet they answer. */
  recent: Readonly<Record<string, readonly string[]>>;
  authorOf: (id: string) => string | undefined;
}

/** The replies below a tweet as rows, each followed by the replies to it. */
export function replyRows(conversation: Conversation): Row[] {
  const tree = new Tree(conversation);
  const drawn = new Drawn();
  const thread = tree.thread();
  const place = (id: string, depth: number, above: number | undefined, about: string): void => {
    const row = drawn.add({ id, more: undefined, hasSome: false, depth, about }, above);
    const continued = thread.has(id) ? tree.childrenOf(id).find((child) => thread.has(child)) : undefined;
    const deeper = Math.min(depth + 1, DEEPEST);
    // At the deepest level, answers stand below the tweet that they answer as its neighbours do.
    const joint = depth < DEEPEST ? { at: row, about: id } : { at: above, about };
    for (const child of tree.childrenOf(id)) if (child !== continued) place(child, deeper, joint.at, joint.about);
    const more = tree.moreOf(id);
    const hasSome = tree.childrenOf(id).length > 0;
    if (more) drawn.add({ id, more, hasSome, depth: deeper, about: joint.about }, joint.at);
    if (continued !== undefined) place(continued, depth, row, id);
  };
  for (const id of tree.childrenOf(conversation.root)) place(id, 0, undefined, conversation.root);
  return drawn.rows();
}

class Tree {
  private readonly children = new Map<string, string[]>();
  private readonly conversation: Conversation;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
    const { parts, branches, recent } = conversation;
    const known = new Set<string>();
    const put = (id: string, parent: string | undefined) => {
      if (parent === undefined || known.has(id)) return;
      known.add(id);
      const children = this.children.get(parent);
      if (children === undefined) this.children.set(parent, [id]);
      else children.push(id);
    };
    for (const [parent, ids] of Object.entries(recent)) for (const id of ids) put(id, parent);
    for (const part of [...parts, ...Object.values(branches)]) for (const id of part.ids) put(id, part.parents[id]);
  }

  childrenOf(id: string): readonly string[] {
    return this.children.get(id) ?? [];
  }

  moreOf(id: string): More | undefined {
    const { parts, branches } = this.conversation;
    if (branches[id] !== undefined) return branches[id].rest;
    for (const part of [...parts, ...Object.values(branches)]) {
      const more = part.more[id];
      if (more !== undefined) return more;
    }
    return undefined;
  }

  /** The tweets with which the author continues: the first page begins with them. */
  thread(): ReadonlySet<string> {
    const { root, parts, recent, authorOf } = this.conversation;
    const [first] = parts;
    const thread = new Set<string>();
    if (first === undefined) return thread;
    const author = authorOf(root);
    let last = root;
    for (const id of first.ids.slice(first.ids.indexOf(root) + 1)) {
      const continues = first.parents[id] === last && authorOf(id) === author && author !== undefined;
      if (!continues || recent[last]?.includes(id)) break;
      thread.add(id);
      last = id;
    }
    return thread;
  }
}

type Placed = Pick<Row, "id" | "more" | "hasSome" | "depth" | "about">;

/** Rows with the lines between them. */
class Drawn {
  private readonly placed: (Placed & { rails: Set<number>; fromLeft: boolean; fromAbove: boolean; down: boolean })[] = [];

  /** Adds a row with a line from the picture of another one; returns its index. */
  add(row: Placed, above: number | undefined): number {
    const from = above === undefined ? undefined : this.placed[above];
    if (from !== undefined) {
      from.down = true;
      for (const passed of this.placed.slice(this.placed.indexOf(from) + 1)) passed.rails.add(from.depth);
    }
    const fromAbove = from?.depth === row.depth;
    this.placed.push({ ...row, rails: new Set(), fromLeft: from !== undefined && !fromAbove, fromAbove, down: false });
    return this.placed.length - 1;
  }

  rows(): Row[] {
    return this.placed.map((row, index) => {
      const next = this.placed[index + 1];
      const ends = next === undefined || (next.depth === 0 && !next.fromAbove);
      return { ...row, key: row.more ? `more-${row.id}` : row.id, rails: [...row.rails], ends };
    });
  }
}
