import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReachCheck, ReachCheckMade } from '../../server/contract/venue.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { t } from '../i18n/texts.ts'
import '../pages/venue-texts.ts'
import './qr-code.ts'

const REFRESH = 2000

/** A trial of the network: a QR picture for a phone, and whether one came through. `origin` is where phones come in. */
@customElement('mv-reach-check')
export class ReachCheckPart extends MvElement {
  @property() origin = ''
  #made: ReachCheckMade | undefined
  readonly #reading = new Reading(this, (signal) => this.#read(signal))

  constructor() {
    super()
    new Repeating(this, REFRESH, () => {
      if (this.#reading.value) void this.#reading.refresh()
    })
  }

  protected override render() {
    return this.#reading.render((check) => this.#view(check), 'part')
  }

  /** The first time it starts the trial, from then on it looks how that one stands. */
  async #read(signal: AbortSignal): Promise<ReachCheck> {
    this.#made ??= await call<ReachCheckMade>('POST', '/api/reach-checks')
    return call<ReachCheck>('GET', `/api/reach-checks/${this.#made.id}`, undefined, { signal })
  }

  #view(check: ReachCheck): TemplateResult {
    const url = `${this.origin}${this.#path()}`
    const typed = url.replace(/^https?:\/\//, '')
    return html`<section class="reach" aria-labelledby="reach-heading">
      <div class="share-qr"><mv-qr-code .text=${url} .label=${t('venue-scan-qr', { url })}></mv-qr-code></div>
      <div>
        <h2 id="reach-heading">${t('venue-scan-title')}</h2>
        <p>${t('venue-scan-type')}</p>
        <p class="address">${typed.slice(0, typed.indexOf('#'))}<wbr />${typed.slice(typed.indexOf('#'))}</p>
        <div role="status" class="reach-outcome ${check.lastAt ? 'is-reached' : ''}">${outcome(check)}</div>
        <p class="warning-text" role="status">${this.#reading.isStale ? t('venue-stale') : nothing}</p>
      </div>
    </section>`
  }

  /** Path and fragment of the address that the server made. */
  #path(): string {
    const { pathname, hash } = new URL(this.#made?.url ?? '/d', location.origin)
    return `${pathname}${hash}`
  }
}

function outcome({ reached, lastAt }: ReachCheck): TemplateResult {
  if (lastAt === null) return html`<p>${t('venue-waiting')}</p>`
  return html`<p><strong>${t('venue-reached', { at: new Date(lastAt) })}</strong> ${t('venue-reached-times', { n: reached })}</p>`
}
