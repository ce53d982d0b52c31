/** Elements that can have a shadow root at all, besides custom ones. */
const HOSTS = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/u;

/** What browsers give content scripts, and nobody else, to look into closed roots. */
interface Looks {
  chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** An element's shadow root, open or closed; null = it has none, or we may not see it. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const { tagName } = element;
  if (!tagName.includes('-') && !HOSTS.test(tagName.toUpperCase())) return null;
  const look = (globalThis as Looks).chrome?.dom?.openOrClosedShadowRoot;
  if (look) {
    try {
      return look(element);
    } catch {
      return null;
    }
  }
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
}

/** What stands inside an element by itself: its shadow root, or the document of a frame of the same origin. */
export function innerRootOf(element: Element): ShadowRoot | Document | null {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return shadowRootOf(element);
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The element inside which a root stands; null = it is the document of this script, which may be a frame's itself. */
export function hostOf(root: Node): Element | null {
  if (root === globalThis.document) return null;
  if ('host' in root) return root.host as Element;
  try {
    return root.nodeType === 9 ? ((root as Document).defaultView?.frameElement ?? null) : null;
  } catch {
    return null;
  }
}

/** The parent, across shadow roots and frames. */
export function outerParent(node: Node): Node | null {
  return node.parentNode ?? hostOf(node);
}

/** The parent element, across shadow roots and frames. */
export function outerElement(element: Element): Element | null {
  return element.parentElement ?? hostOf(element.getRootNode());
}

/** Whether a node stands below an element (or is it), across shadow roots and frames. */
export function holdsNode(outer: Node, node: Node): boolean {
  for (let inner: Node | null = node; inner; inner = hostOf(inner.getRootNode()))
    if (outer.contains(inner)) return true;
  return false;
}

/** Where an element is drawn in the page's window, CSS pixels, also when it stands in a frame. */
export function boxInWindow(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  let [left, top] = [x, y];
  for (let frame = frameAround(element); frame; frame = frameAround(frame)) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
  }
  return new DOMRect(left, top, width, height);
}

function frameAround(element: Element): Element | null {
  return hostOf(element.ownerDocument);
}
