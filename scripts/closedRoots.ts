import type { Page } from 'playwright';

interface Node {
  backendNodeId: number;
  shadowRootType?: 'open' | 'closed' | 'user-agent';
  shadowRoots?: Node[];
  children?: Node[];
  contentDocument?: Node;
}

const INSTALL = `{
  const roots = new WeakMap();
  const openOrClosedShadowRoot = (element) => element.shadowRoot ?? roots.get(element) ?? null;
  Object.assign(globalThis, { closedRoots: roots, chrome: { ...globalThis.chrome, dom: { openOrClosedShadowRoot } } });
}`;

/**
 * Lets scripts on a page look into closed shadow roots in the way in which a browser lets an extension's content script:
 * chrome.dom.openOrClosedShadowRoot.
 */
export async function openClosedRoots(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await page.evaluate(INSTALL);
  const hosts: { host: Node; closed: Node }[] = [];
  const walk = (node: Node) => {
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'closed') hosts.push({ host: node, closed: shadow });
      if (shadow.shadowRootType !== 'user-agent') walk(shadow);
    }
    for (const child of node.children ?? []) walk(child);
    if (node.contentDocument) walk(node.contentDocument);
  };
  walk(root as Node);
  for (const { host, closed } of hosts) {
    const [element, shadow] = await Promise.all(
      [host, closed].map(({ backendNodeId }) => session.send('DOM.resolveNode', { backendNodeId })),
    );
    await session.send('Runtime.callFunctionOn', {
      objectId: element?.object.objectId ?? '',
      functionDeclaration: 'function (root) { (window.top.closedRoots ?? closedRoots).set(this, root); }',
      arguments: [{ objectId: shadow?.object.objectId ?? '' }],
    });
  }
  await session.detach();
}
