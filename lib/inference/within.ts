import { hostOf, innerRootOf } from '@/lib/observer/roots';

/** An element below a row, and what a selector for it must begin with: the way into the roots between the two. */
export interface Part {
  element: Element;
  way: string;
}

/** Every element below an element, into its shadow roots. */
export function partsOf(base: Element): Part[] {
  const parts: Part[] = [];
  const collect = (root: ParentNode, way: string) => {
    for (const element of root.querySelectorAll('*')) {
      parts.push({ element, way });
      const inner = innerRootOf(element);
      if (inner?.nodeType === 11) collect(inner, `${way}${element.tagName.toLowerCase()} >>> `);
    }
  };
  const own = innerRootOf(base);
  if (own?.nodeType === 11) collect(own, '>>> ');
  collect(base, '');
  return parts;
}

/** What a selector for an element must begin with, seen from an element above it. */
export function wayInto(element: Element, base: Element): string {
  const host = hostOf(element.getRootNode());
  if (!host || element.getRootNode() === base.getRootNode()) return '';
  return host === base ? '>>> ' : `${wayInto(host, base)}${host.tagName.toLowerCase()} >>> `;
}
