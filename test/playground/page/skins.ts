import type { PlaygroundOptions } from '../options';
import { partSeed } from '../random';

/**
 * How a skin tells the agent's rows from the customer's: the documented class on the row, a class on a descendant, a
 * class that only own rows have, an attribute, or nothing but where the row stands.
 */
export type SideMarker = 'class' | 'descendant' | 'absence' | 'attribute' | 'geometry';

/** One look of the page: its names, its structure, its colour. */
export interface Skin {
  marker: SideMarker;
  /** The page's class for one of our names: itself in the documented skin, hashed in the others. */
  name: (semantic: string) => string;
  /** Selector of the box that lays out an own row; empty where geometry alone tells. */
  ownSide: () => string;
  /** Tags that differ, so that a selector of one skin fits no other. */
  rowTag: 'div' | 'li' | 'section' | 'article';
  /** Where a row's id stands; null where the skin has none. */
  messageAttribute: string | null;
  /** Where the id of a conversation stands, in the list and in the header; null where only the name tells. */
  conversationAttribute: string | null;
  /** The composer is a contenteditable box instead of a textarea. */
  richComposer: boolean;
  accent: string;
  /** The agent's own rows stand left and the customer's right. */
  mirrored: boolean;
}

function hashedNames(skin: number): Skin['name'] {
  return (semantic) => {
    const hash = partSeed('skin', skin, semantic).toString(36).slice(0, 5);
    return skin % 2 === 0 ? `_${hash}_${skin}` : `css-${hash}`;
  };
}

const documentedName: Skin['name'] = (semantic) => `wb-${semantic}`;

/** The page's classes and structure for the number in the query, and a way to give everything another name. */
export function skinOf(number: PlaygroundOptions['skin'], mirrored = false): Skin & { rename(): Map<string, string> } {
  let naming = number === 1 ? documentedName : hashedNames(number);
  const given = new Set<string>();
  const name: Skin['name'] = (semantic) => {
    given.add(semantic);
    return naming(semantic);
  };
  return {
    ...structureOf(number, name),
    mirrored,
    // Old names to new ones.
    rename() {
      const before = naming;
      naming = hashedNames(number + 10);
      return new Map([...given].map((semantic) => [before(semantic), naming(semantic)]));
    },
  };
}

function structureOf(number: PlaygroundOptions['skin'], name: Skin['name']): Omit<Skin, 'mirrored'> {
  switch (number) {
    case 1:
      return {
        marker: 'class',
        name,
        ownSide: () => `.${name('row--own')} .${name('side')}`,
        rowTag: 'div',
        messageAttribute: 'data-mid',
        conversationAttribute: 'data-cid',
        richComposer: false,
        accent: '#1f6feb',
      };
    case 2:
      return {
        marker: 'descendant',
        name,
        ownSide: () => `.${name('side-own')}`,
        rowTag: 'li',
        messageAttribute: 'data-msg-key',
        conversationAttribute: 'data-conv',
        richComposer: false,
        accent: '#d4380d',
      };
    case 3:
      return {
        marker: 'absence',
        name,
        ownSide: () => `.${name('mine')} .${name('side')}`,
        rowTag: 'section',
        messageAttribute: 'id',
        conversationAttribute: 'data-talk',
        richComposer: false,
        accent: '#0f766e',
      };
    case 4:
      return {
        marker: 'attribute',
        name,
        ownSide: () => `[data-flow="2"] .${name('side')}`,
        rowTag: 'article',
        messageAttribute: 'data-k',
        conversationAttribute: 'data-peer-id',
        richComposer: true,
        accent: '#7c3aed',
      };
    case 5:
      return {
        marker: 'geometry',
        name,
        ownSide: () => '.none',
        rowTag: 'div',
        messageAttribute: null,
        conversationAttribute: null,
        richComposer: false,
        accent: '#b45309',
      };
  }
}
