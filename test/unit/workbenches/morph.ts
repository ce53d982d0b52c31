/**
 * Makes one tree look like another as a framework would: what is equal stays the same element, from the front and from
 * the back; of what is left, pairs of one tag are changed in place and the rest is put in or taken out.
 */
export function morph(old: Element, next: Element): void {
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && before[start]?.isEqualNode(after[start] ?? null)) start++;
  let end = 0;
  const left = () => Math.min(before.length, after.length) - start - end;
  while (left() > 0 && before.at(-1 - end)?.isEqualNode(after.at(-1 - end) ?? null)) end++;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  const anchor = before[before.length - end] ?? null;
  const paired = removed.length === added.length && removed.every((node, i) => isPair(node, added[i]));
  if (!paired) {
    for (const node of removed) node.remove();
    for (const node of added) old.insertBefore(node.cloneNode(true), anchor);
    return;
  }
  removed.forEach((node, i) => {
    const to = added[i];
    if (node instanceof Element && to instanceof Element) morph(node, to);
    else if (to && node.nodeValue !== to.nodeValue) node.nodeValue = to.nodeValue;
  });
}

function isPair(node: Node, other: Node | undefined): boolean {
  if (other === undefined || node.nodeType !== other.nodeType) return false;
  if (!(node instanceof Element) || !(other instanceof Element)) return true;
  return node.tagName === other.tagName && node.id === other.id;
}
