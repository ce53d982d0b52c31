import type { Adapter } from '@/lib/workbenches/types';
import { findAll, firstVisible, lastMatching, workingSelector } from './query';
import { boxInWindow, outerElement } from './roots';
import { holds, readValue } from './value';
import { isDrawn } from './visible';

/** A rectangle in CSS pixels of the window. */
export interface LandmarkBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The workbench's composer; null where it shows none. */
export function findComposer({ adapter, document }: { adapter: Adapter; document: Document }): Element | null {
  return firstVisible(document, adapter.composer.field, isDrawn);
}

/** The send button's place; null where the workbench shows none. */
export function findSend({ adapter, document }: { adapter: Adapter; document: Document }): LandmarkBox | null {
  const button = adapter.composer.send === undefined ? null : firstVisible(document, adapter.composer.send, isDrawn);
  return button === null ? null : boxOf(button);
}

/** The parts of the page that change by themselves: transcript and conversation list, as far as they are shown. */
export function findLists({ adapter, document }: { adapter: Adapter; document: Document }): Element[] {
  const lists = [adapter.transcript.list, adapter.conversations.list];
  return lists.flatMap((selectors) => firstVisible(document, selectors, isDrawn) ?? []);
}

/** Where the agent must be able to see and click: composer, send button, last message, the open conversation's item. */
export function findObstacles({ adapter, document }: { adapter: Adapter; document: Document }): LandmarkBox[] {
  const { composer, transcript } = adapter;
  const list = firstVisible(document, transcript.list, isDrawn);
  const row = list === null ? null : workingSelector(list, transcript.row);
  const elements = [
    findComposer({ adapter, document }),
    composer.send === undefined ? null : firstVisible(document, composer.send, isDrawn),
    list === null || row === null ? null : (lastMatching(list, row, 1)[0] ?? null),
    listItems({ adapter, document }).find(({ element }) => isActive(adapter, element))?.element ?? null,
    ...[adapter.loggedInElsewhere, adapter.disconnected].map((dialog) =>
      dialog === undefined ? null : firstVisible(document, dialog.at, isDrawn),
    ),
  ];
  return elements.flatMap((element) => (element === null ? [] : [boxOf(element)])).filter(isInSight);
}

/** The items of the conversation list that are drawn, by conversation key; of two with one key, the first. */
export function findListItems(page: { adapter: Adapter; document: Document }): Map<string, Element> {
  const items = new Map<string, Element>();
  for (const { key, element } of listItems(page)) if (!items.has(key)) items.set(key, element);
  return items;
}

/** The part of the window in which an element's ancestors let it be seen; null when it is scrolled out of its list. */
export function visibleBox(element: Element): LandmarkBox | null {
  const box = boxOf(element);
  if (!isInSight(box)) return null;
  for (let parent = outerElement(element); parent !== null; parent = outerElement(parent)) {
    if (parent.scrollHeight <= parent.clientHeight) continue;
    const frame = boxInWindow(parent);
    const middle = box.top + box.height / 2;
    if (middle < frame.top || middle > frame.bottom) return null;
  }
  return box;
}

function listItems({ adapter, document }: { adapter: Adapter; document: Document }) {
  const { conversations } = adapter;
  const list = firstVisible(document, conversations.list, isDrawn);
  const selector = list === null ? null : workingSelector(list, conversations.item);
  if (list === null || selector === null) return [];
  return findAll(list, selector).flatMap((element) => {
    const key = readValue(element, conversations.key);
    return key !== null && isDrawn(element) ? [{ key, element }] : [];
  });
}

function isActive({ conversations }: Adapter, element: Element): boolean {
  return conversations.active !== undefined && holds(conversations.active, element);
}

function boxOf(element: Element): LandmarkBox {
  const { left, top, width, height } = boxInWindow(element);
  return { left, top, width, height };
}

function isInSight({ left, top, width, height }: LandmarkBox): boolean {
  return width > 0 && height > 0 && left + width > 0 && top + height > 0;
}
