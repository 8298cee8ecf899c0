import { LitElement } from 'lit'
import { LocaleController } from '../i18n/locale.ts'

/**
 * Base of every element of the product: it renders into the page itself (no shadow root), so that labels, links to
 * errors, print styles and house styles reach everything, and it renders again when the language changes.
 */
export class MvElement extends LitElement {
  protected readonly localeController = new LocaleController(this)

  protected override createRenderRoot(): HTMLElement {
    return this
  }
}
