import type { RepairChange, RepairLoss } from './repairWords';

/** A kind of thing on the page that teaching shows, and that can be pointed at. */
export type TeachingPart = 'customer' | 'own' | 'automatic' | 'item' | 'composer';

/** In the order in which they are listed. */
export const TEACHING_PARTS: readonly TeachingPart[] = ['customer', 'own', 'automatic', 'item', 'composer'];

/** A message as it is read. */
export interface TaughtMessage {
  side: 'customer' | 'own' | 'automatic' | 'colleague';
  text: string;
  /** As the page writes it; null where it writes none. */
  time: string | null;
}

/** An outline on the page, CSS pixels of the window. */
export interface TeachingBox {
  part: TeachingPart;
  /** Only one of a kind carries its word. */
  labelled: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What the panel and the outlines show. */
export interface TeachingView {
  /** A page that is taught, or one whose adapter is repaired. */
  mode: 'teach' | 'repair';
  host: string;
  /** How many of each part are in sight; 0 = not found. */
  counts: Record<TeachingPart, number>;
  /** The last five, oldest first. */
  messages: readonly TaughtMessage[];
  boxes: readonly TeachingBox[];
  /** 0 to 1; null where no message was found. */
  confidence: number | null;
  /** Two messages, one of each kind, of which one is the agent's: asked where the page does not say. */
  question: readonly [string, string] | null;
  /** What a repair changes. */
  changes: readonly RepairChange[];
  /** What was read before and is lost. */
  lost: readonly RepairLoss[];
  /** Being pointed at now; null = nothing. */
  picking: TeachingPart | null;
  /** What the pointer or the keys are on. */
  candidate: { left: number; top: number; width: number; height: number; text: string } | null;
  /** The last element that was pointed at was not understood. */
  misunderstood: boolean;
  /** Why it could not be kept; null = it was not tried, or is being tried. */
  failed: string | null;
}

export interface TeachingActions {
  onPick: (part: TeachingPart) => void;
  /** Leaves pointing without a choice. */
  onLeavePicking: () => void;
  /** Which of the two messages is the agent's. */
  onAnswer: (index: 0 | 1) => void;
  onConfirm: () => void;
  onCancel: () => void;
}
