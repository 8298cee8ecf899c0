import { property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { type Names, namesOf } from './names.ts'
import { pageWords } from './page-words.ts'
import type { Words } from './words.ts'

/** Base of the parts of the result page: each gets a release and its instrument, and fetches nothing itself. */
export class ResultsPart extends MvElement {
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView

  /** What the instrument's parts are called in the language of the page. */
  protected get names(): Names {
    return namesOf(this.instrument, locale())
  }

  /** The language of the page. */
  protected get words(): Words {
    return pageWords()
  }
}
