/** A group of quick replies as the library shows it. */
export interface GroupNode {
  /** `发货物流/快递` */
  name: string;
  /** `快递` */
  label: string;
  /** 0 = top, 1 = within another. */
  depth: 0 | 1;
  /** Replies in it; of a top group those of its children included. */
  count: number;
}

/** What can be done with a group. */
export type GroupAction =
  | { action: 'create'; name: string }
  | { action: 'rename'; name: string; to: string }
  | { action: 'move'; name: string; by: -1 | 1 }
  /** Into another one; null = out of it, to the top. */
  | { action: 'nest'; name: string; parent: string | null }
  /** Its replies go to the group around it, or to none. */
  | { action: 'delete'; name: string };
