import {
  type TaughtMessage,
  TEACHING_PARTS,
  type TeachingBox,
  type TeachingPart,
  type TeachingView,
} from '@/components/teaching/teachingProps';
import { findPageParts, type PageParts, type SeenMessage } from '@/lib/inference/pageParts';
import type { Repair } from '@/lib/inference/repair';
import { visibleBox } from '@/lib/observer/landmarks';

const SHOWN = 5;

const SIDES: Record<SeenMessage['author'], TaughtMessage['side']> = {
  customer: 'customer',
  own: 'own',
  automatic: 'automatic',
  assist: 'own',
  colleague: 'colleague',
};

type Found = Pick<TeachingView, 'counts' | 'messages' | 'boxes' | 'confidence' | 'question' | 'changes' | 'lost'> & {
  /** Elements by part, for what is pointed at first. */
  elements: Record<TeachingPart, Element[]>;
  /** The two messages that are asked about. */
  asked: readonly [Element, Element] | null;
};

/** What teaching shows of a page as the adapter reads it now. */
export function viewOf(repair: Repair, answered: boolean, document: Document): Found {
  const { adapter, confidence, changes, lost, unsure } = repair;
  const parts: PageParts = adapter
    ? findPageParts(adapter, document, Date.now())
    : { messages: [], list: null, items: [], composer: null };
  const of = (part: 'customer' | 'own' | 'automatic') =>
    parts.messages.filter(({ author }) => SIDES[author] === part).map(({ element }) => element);
  const elements: Found['elements'] = {
    customer: of('customer'),
    own: of('own'),
    automatic: of('automatic'),
    item: parts.items,
    composer: parts.composer ? [parts.composer] : [],
  };
  const pair = !answered && unsure.includes('authors') ? pairOf(parts.messages) : null;
  return {
    elements,
    counts: Object.fromEntries(TEACHING_PARTS.map((part) => [part, elements[part].length])) as TeachingView['counts'],
    messages: parts.messages.slice(-SHOWN).map(({ author, text, shownTime }) => ({
      side: SIDES[author],
      text: text ?? '',
      time: shownTime,
    })),
    boxes: boxesOf(parts, elements),
    confidence: adapter === null || parts.messages.length === 0 ? null : confidence,
    question: pair === null ? null : [pair[0].text ?? '', pair[1].text ?? ''],
    asked: pair === null ? null : [pair[0].element, pair[1].element],
    changes,
    lost,
  };
}

/** The last of each kind. */
function pairOf(messages: readonly SeenMessage[]): [SeenMessage, SeenMessage] | null {
  const last = messages.at(-1);
  const other = [...messages].reverse().find(({ author }) => author !== last?.author);
  return last && other ? [other, last] : null;
}

function boxesOf({ list }: PageParts, elements: Found['elements']): TeachingBox[] {
  const shown: [TeachingPart, Element[]][] = TEACHING_PARTS.map((part) => [
    part,
    part === 'item' ? (list ? [list] : []) : elements[part],
  ]);
  return shown.flatMap(([part, all]) => {
    const boxes = all.flatMap((element) => visibleBox(element) ?? []);
    return boxes.map((box, i) => ({ part, labelled: i === boxes.length - 1, ...rounded(box) }));
  });
}

function rounded({ left, top, width, height }: { left: number; top: number; width: number; height: number }) {
  const round = Math.round;
  return { left: round(left), top: round(top), width: round(width), height: round(height) };
}
