import type { Inserter } from './inserter';

/** Plain `textarea` and `input`, whether or not a framework controls their value. */
export const textFieldInserter: Inserter = {
  name: 'textField',
  insert({ editable, text, document }) {
    if (!(editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement)) return false;
    if (editable.readOnly || editable.disabled || editable.selectionStart === null) return false;
    const start = editable.selectionStart;
    const end = editable.selectionEnd ?? start;
    const inserted = editable instanceof HTMLInputElement ? text.replaceAll('\n', ' ') : text;
    const expected = editable.value.slice(0, start) + inserted + editable.value.slice(end);
    // Deprecated but without successor: nothing else enters the field's own undo history.
    if (document.execCommand('insertText', false, inserted) && editable.value === expected) return true;
    setNativeValue(editable, expected);
    editable.setSelectionRange(start + inserted.length, start + inserted.length);
    editable.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: inserted }));
    return editable.value === expected;
  },
};

/** A framework may have put its own `value` on the instance: only the prototype's setter makes it see the change. */
function setNativeValue(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  setter?.call(field, value);
}
