/**
 * Whether an event happened in an element, as heard at its window. A closed shadow root keeps the path inside it to itself:
 * outside, the event is its host's, and where the focus is tells the rest. Of a focus that leaves, nothing remains to tell.
 */
export function happenedIn(event: Event, element: Element): boolean {
  const path = event.composedPath();
  if (path.includes(element)) return true;
  const target = path[0];
  for (let root = element.getRootNode(); 'host' in root; root = (root as ShadowRoot).host.getRootNode()) {
    if ((root as ShadowRoot).host !== target) continue;
    return event.type === 'focusout' || hasFocus(element);
  }
  return false;
}

function hasFocus(element: Element): boolean {
  const active = (element.getRootNode() as ShadowRoot).activeElement;
  return active !== null && (active === element || element.contains(active));
}
