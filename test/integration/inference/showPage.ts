/** Shows a whole page in this one: its styles, its attributes and its body with declared shadow roots. Scripts do not run. */
export function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const styles = [...page.querySelectorAll('head style')].map((style) => style.outerHTML).join('');
  const body = /<body[^>]*>(?<inner>[\s\S]*)<\/body>/u.exec(html)?.groups?.inner ?? page.body.innerHTML;
  take(document.documentElement, page.documentElement);
  take(document.body, page.body);
  document.body.setHTMLUnsafe(styles + body);
}

function take(own: Element, from: Element): void {
  for (const { name } of [...own.attributes]) own.removeAttribute(name);
  for (const { name, value } of from.attributes) own.setAttribute(name, value);
}
