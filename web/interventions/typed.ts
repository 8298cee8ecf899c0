import { noChange } from 'lit'
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js'

/**
 * Puts a text in the field that it stands on, without disturbing who types there: the server drops the space that
 * somebody has just typed, and that space must not disappear before the next word.
 */
class TypedDirective extends Directive {
  constructor(info: PartInfo) {
    super(info)
    if (info.type !== PartType.ELEMENT) throw new Error('typed() stands on a field')
  }

  override render(_value: string): typeof noChange {
    return noChange
  }

  override update({ element }: ElementPart, [value]: [string]): typeof noChange {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return noChange
    const isSame = element.value.trim() === value.trim()
    if (element.value !== value && !(isSame && element === document.activeElement)) element.value = value
    return noChange
  }
}

/** The text of a field that saves itself while somebody types: `<textarea ${typed(text)}></textarea>`. */
export const typed = directive(TypedDirective)
