/** What may stand in an element; null stands for nothing. */
export type Child = Node | string | null;

/** Makes an element: attributes that are null are left out, children that are null too. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Changes only when it differs, so that nothing is written to the page for nothing. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Like setText, for an attribute. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Brings the children into this order, keeping the elements of keys that stay. */
export function syncChildren<Item>(options: {
  parent: Element;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  known: Map<string, HTMLElement>;
  create: (item: Item) => HTMLElement;
  update: (element: HTMLElement, item: Item) => void;
}): void {
  const wanted = new Set(options.items.map(options.keyOf));
  for (const [key, element] of options.known) {
    if (wanted.has(key)) continue;
    element.remove();
    options.known.delete(key);
  }
  let position: Element | null = options.parent.firstElementChild;
  for (const item of options.items) {
    const key = options.keyOf(item);
    const existing = options.known.get(key);
    const element = existing ?? options.create(item);
    if (existing === undefined) options.known.set(key, element);
    else options.update(element, item);
    if (element === position) position = element.nextElementSibling;
    else options.parent.insertBefore(element, position);
  }
}
