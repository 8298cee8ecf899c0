/**
 * Whether somebody is typing: a text field has the focus. What was typed in a field that lost the focus is kept already,
 * so only this can be cut off by a screen that goes away.
 */
export function isTyping(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement && activeElement.type === 'text'
}
