import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Ledger } from '../../server/contract/interventions.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type InstrumentId, readInstrument, SIX_CAPITALS } from '../interventions/instrument-of.ts'
import '../interventions/intervention-texts.ts'
import { ledgerList } from '../interventions/ledger-list.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'

const VERDICTS = ['as-expected', 'opposite', 'not-visible-yet', 'too-few-to-say'] as const

interface Page {
  readonly ledger: Ledger
  /** The instruments of the rounds that expectations start from, by round. */
  readonly instruments: ReadonlyMap<string, InstrumentView>
  readonly otherwise: InstrumentView
}

/** Did it help? What people expected of each agreement, beside what the next round shows. */
@customElement('mv-ledger-page')
export class LedgerPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      (page) => html`<div class="ledger-page">
        <h1>${t('intervention-ledger-title')}</h1>
        ${page.ledger.items.length === 0 ? this.#empty() : this.#filled(page)}
      </div>`,
    )
  }

  #empty(): TemplateResult {
    return emptyState(
      t('intervention-ledger-empty'),
      html`<a class="button primary" href="/o/${this.org}/interventions">${t('intervention-page-title')}</a>`,
    )
  }

  #filled(page: Page): TemplateResult {
    const { ledger } = page
    return html`<p class="headline">${headline(ledger)}</p>
      <p class="muted ledger-why">${t('intervention-ledger-why')}</p>
      <p class="screen-only actions">
        <button type="button" @click=${() => print()}>${t('intervention-print')}</button>
        <a class="button quiet" href="/o/${this.org}/interventions">${t('intervention-page-title')}</a>
      </p>
      ${ledgerList(ledger.items, this.org, (roundId) => namesFor(page, roundId))}`
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [ledger, rounds] = await Promise.all([
      call<Ledger>('GET', `${path}/ledger`, undefined, { signal }),
      call<{ readonly items: readonly Round[] }>('GET', `${path}/rounds`, undefined, { signal }),
    ])
    const needed = new Set(ledger.items.flatMap(({ baseline }) => baseline?.roundId ?? []))
    const reading = new Map<string, Promise<InstrumentView>>()
    const read = (which: InstrumentId) => {
      const key = `${which.id} ${which.version}`
      const found = reading.get(key) ?? readInstrument(which, signal)
      reading.set(key, found)
      return found
    }
    const found = await Promise.all(
      rounds.items
        .filter(({ id }) => needed.has(id))
        .map(async ({ id, instrument }) => [id, await read(instrument)] as const),
    )
    return { ledger, instruments: new Map(found), otherwise: found[0]?.[1] ?? (await read(SIX_CAPITALS)) }
  }
}

/** The tally in one sentence. It counts expectations, never points. */
function headline({ tally, items }: Ledger): string {
  const said = Object.values(tally).reduce((sum, count) => sum + count, 0)
  if (said === 0) return t('intervention-ledger-not-yet', { n: items.length })
  const parts = VERDICTS.filter((verdict) => tally[verdict] > 0).map((verdict) =>
    t(`intervention-tally-${verdict}`, { n: tally[verdict] }),
  )
  return t('intervention-ledger-headline', { all: said, parts: pageWords().list(parts) })
}

function namesFor({ instruments, otherwise }: Page, roundId: string | null): Names {
  return namesOf((roundId === null ? undefined : instruments.get(roundId)) ?? otherwise, locale())
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-ledger-page': LedgerPage
  }
}
