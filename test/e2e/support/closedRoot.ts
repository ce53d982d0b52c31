import type { CDPSession, Frame, Page } from '@playwright/test';

/** What to look for: an exact accessible name, or an expression that it matches; any name when absent. */
export interface RoleQuery {
  role: string;
  name?: string | RegExp;
}

/** An element in a closed shadow root, found anew at each use. */
export interface ClosedElement {
  /** Waits for it and clicks its middle with the mouse. */
  click(): Promise<void>;
  /** Waits for it; its accessible name. */
  name(): Promise<string>;
  /** Waits for it; its text, hidden parts left out. */
  text(): Promise<string>;
  /** Waits for it; its border box in the page's viewport. */
  box(): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Waits until it is there. */
  waitFor(): Promise<void>;
  /** Waits until it is not there. */
  waitForGone(): Promise<void>;
  /** How many there are now; does not wait. */
  count(): Promise<number>;
}

/** The closed shadow roots on the page's `body`: Playwright's own locators cannot see into them. */
export interface ClosedRoot {
  find(query: RoleQuery): ClosedElement;
  button(name: string | RegExp): ClosedElement;
  /** All the visible text now, in reading order, parts separated by a space; empty when there is no root. */
  text(): Promise<string>;
  /** Waits until the visible text contains, or matches, this. */
  waitForText(text: string | RegExp): Promise<void>;
  /** How many elements of a class there are now, of those that say nothing to a person's aids; does not wait. */
  countOf(className: string): Promise<number>;
  /** A computed style of the first element of a class; null when there is none now. */
  styleOf(className: string, property: string): Promise<string | null>;
  /** Stops talking to the page; it is left as it is. */
  detach(): Promise<void>;
}

interface DomNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  shadowRootType?: string;
  documentURL?: string;
  contentDocument?: DomNode;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const patience = 5000;

/** Looks into the closed roots of a page through the debugger, by role and accessible name, as a person's aids do. */
export async function overlay(page: Page): Promise<ClosedRoot> {
  return lookInto(page, await page.context().newCDPSession(page), (root) => root);
}

/** The same in a frame of the page. */
export async function overlayIn(page: Page, frame: Frame): Promise<ClosedRoot> {
  const context = page.context();
  // A frame of another process tells places in its own window.
  const offset = async () => {
    const box = await (await frame.frameElement()).boundingBox();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  };
  try {
    return lookInto(page, await context.newCDPSession(frame), (root) => root, offset);
  } catch {
    // A frame of its page's own process is seen from there.
    return lookInto(page, await context.newCDPSession(page), (root) => documentOf(root, frame.url()));
  }
}

async function lookInto(
  page: Page,
  session: CDPSession,
  documentIn: (root: DomNode) => DomNode | undefined,
  offset: () => Promise<{ x: number; y: number }> = async () => ({ x: 0, y: 0 }),
): Promise<ClosedRoot> {
  await session.send('DOM.enable');
  await session.send('Accessibility.enable');

  const closedRoots = async (): Promise<DomNode[]> => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return closedRootsUnder(bodyOf(documentIn(root)));
  };
  const hosts = async () => (await closedRoots()).map(({ backendNodeId }) => backendNodeId);
  const matching = async ({ role, name }: RoleQuery) => {
    const found = [];
    for (const backendNodeId of await hosts()) {
      const { nodes } = await session.send('Accessibility.queryAXTree', { backendNodeId, role });
      found.push(...nodes.filter((node) => !node.ignored && fits(String(node.name?.value ?? ''), name)));
    }
    return found;
  };
  const first = (query: RoleQuery) =>
    eventually(
      async () => (await matching(query))[0],
      () => `No ${wording(query)} in a closed root.`,
    );
  const boxOf = async (query: RoleQuery) =>
    eventually(
      async () => {
        const node = (await matching(query))[0];
        if (node?.backendDOMNodeId === undefined) return undefined;
        const target = { backendNodeId: node.backendDOMNodeId };
        await session.send('DOM.scrollIntoViewIfNeeded', target);
        const { model } = await session.send('DOM.getBoxModel', target);
        const [x = 0, y = 0] = model.border;
        const from = await offset();
        return { x: x + from.x, y: y + from.y, width: model.width, height: model.height };
      },
      () => `No ${wording(query)} with a place on the screen in a closed root.`,
    );
  const textUnder = async (backendNodeId: number): Promise<string> => {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: visibleText,
      returnByValue: true,
    });
    return String(result.value ?? '');
  };
  const text = async () => {
    const parts = await Promise.all((await hosts()).map(textUnder));
    return parts.join(' ').trim();
  };
  const find = (query: RoleQuery): ClosedElement => ({
    async click() {
      const { x, y, width, height } = await boxOf(query);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
    name: async () => String((await first(query)).name?.value ?? ''),
    text: async () => textUnder((await first(query)).backendDOMNodeId ?? 0),
    box: () => boxOf(query),
    async waitFor() {
      await first(query);
    },
    async waitForGone() {
      await eventually(
        async () => ((await matching(query)).length === 0 ? true : undefined),
        () => `${wording(query)} is still there.`,
      );
    },
    count: async () => (await matching(query)).length,
  });
  return {
    find,
    button: (name) => find({ role: 'button', name }),
    text,
    async waitForText(wanted) {
      let seen = '';
      await eventually(
        async () => {
          seen = await text();
          return (typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen)) ? true : undefined;
        },
        () => `The closed roots do not show ${wanted}; they show: ${seen}`,
      );
    },
    countOf: async (className) => (await closedRoots()).reduce((sum, root) => sum + ofClass(root, className).length, 0),
    async styleOf(className, property) {
      const [found] = (await closedRoots()).flatMap((root) => ofClass(root, className));
      if (found === undefined) return null;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: 'function (name) { return getComputedStyle(this).getPropertyValue(name); }',
        arguments: [{ value: property }],
        returnByValue: true,
      });
      return String(result.value);
    },
    detach: () => session.detach(),
  };
}

function ofClass(node: DomNode, className: string): DomNode[] {
  const { attributes = [] } = node;
  const classes = attributes[attributes.indexOf('class') + 1]?.split(' ') ?? [];
  const own = attributes.includes('class') && classes.includes(className) ? [node] : [];
  return [...own, ...(node.children ?? []).flatMap((child) => ofClass(child, className))];
}

function documentOf(node: DomNode, url: string): DomNode | undefined {
  if (node.documentURL === url) return node;
  const inner = [...(node.contentDocument ? [node.contentDocument] : []), ...(node.children ?? [])];
  for (const one of inner) {
    const found = documentOf(one, url);
    if (found !== undefined) return found;
  }
  return undefined;
}

function bodyOf(root: DomNode | undefined): DomNode | undefined {
  const html = root?.children?.find(({ nodeName }) => nodeName === 'HTML');
  return html?.children?.find(({ nodeName }) => nodeName === 'BODY');
}

function closedRootsUnder(body: DomNode | undefined): DomNode[] {
  const hosts = body?.children ?? [];
  return hosts.flatMap(({ shadowRoots = [] }) =>
    shadowRoots.filter(({ shadowRootType }) => shadowRootType === 'closed'),
  );
}

function fits(value: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? value.trim() === wanted : wanted.test(value);
}

function wording({ role, name }: RoleQuery): string {
  return name === undefined ? role : `${role} "${name}"`;
}

/**
 * Runs in the page. Text nodes of what is displayed; styles and scripts have no box and so no text. A string, because
 * what compiles this file may wrap functions in helpers that the page does not have.
 */
const visibleText = `function () {
  const parts = [];
  const walk = (node) => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      const shown = parent === null || parent.checkVisibility({ checkVisibilityCSS: true });
      if (shown && node.data.trim() !== '') parts.push(node.data.trim());
    }
    if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return;
    for (const child of node.childNodes) walk(child);
  };
  walk(this);
  return parts.join(' ');
}`;

async function eventually<Value>(attempt: () => Promise<Value | undefined>, complaint: () => string): Promise<Value> {
  const until = Date.now() + patience;
  let cause: unknown;
  for (;;) {
    try {
      const value = await attempt();
      if (value !== undefined) return value;
    } catch (error) {
      // The element went away between being found and being asked; look again.
      cause = error;
    }
    if (Date.now() > until) throw new Error(`${complaint()} Waited ${patience / 1000} s.`, { cause });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
