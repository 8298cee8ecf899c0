import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Ledger, Verdict } from '../../server/contract/interventions.ts'
import { EVERY_PERSPECTIVE } from '../../server/domain/ledger.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { inSentence } from '../results/words.ts'
import { arrowOf } from './arrows.ts'
import { cell, rowHead, tableHead } from './stacking-table.ts'

type Item = Ledger['items'][number]
type Effect = Item['effects'][number]

/** Readable without colour. */
const ICONS: Readonly<Record<Verdict, TemplateResult>> = {
  'as-expected': icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`),
  opposite: icon(svg`<path d="M8.5 18V6M5 9.5L8.5 6 12 9.5M15.5 6v12M12 14.5l3.5 3.5 3.5-3.5" />`),
  'not-visible-yet': icon(svg`<path d="M12 6v6l4 2.5" />`),
  'too-few-to-say': icon(svg`<path d="M9 9.2a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2M12 17.4v.1" />`),
}

/** Expected beside observed, intervention by intervention. It says a direction and a word, never how much. */
export function ledgerList(
  items: readonly Item[],
  org: string,
  namesOf: (roundId: string | null) => Names,
): TemplateResult {
  return html`<ul class="ledger">
    ${items.map((item) => html`<li>${ledgerItem(item, org, namesOf(item.baseline?.roundId ?? null))}</li>`)}
  </ul>`
}

function ledgerItem(item: Item, org: string, names: Names): TemplateResult {
  const { interventionId, title, state, baseline, observed, effects } = item
  return html`<article aria-labelledby="ledger-${interventionId}">
    <h2 id="ledger-${interventionId}"><a href="/o/${org}/interventions/${interventionId}">${title === '' ? t('intervention-untitled') : title}</a></h2>
    <p class="card-facts">
      <span class="badge is-${state}">${t(`intervention-state-${state}`)}</span>
      ${baseline === null ? nothing : html`<span>${roundsText(baseline, observed)}</span>`}
    </p>
    ${effects.length === 0 ? html`<p class="muted">${t('intervention-ledger-nothing-expected')}</p>` : effectsOf(item, names)}
    ${judgement(item)}
  </article>`
}

function roundsText(baseline: NonNullable<Item['baseline']>, observed: Item['observed']): string {
  const from = roundName(baseline)
  return observed === null
    ? t('intervention-ledger-from', { from })
    : t('intervention-ledger-between', { from, to: roundName(observed) })
}

function roundName({ title, period }: { readonly title: string; readonly period: string }): string {
  const words = periodText(period)
  return title.includes(words) ? title : `${title} (${words})`
}

function effectsOf({ interventionId, title, effects, observed }: Item, names: Names): TemplateResult {
  return html`<div class="table-scroll" role="group" aria-labelledby="ledger-table-${interventionId}" tabindex="0">
    <table class="ledger-table stacks" role="table">
      <caption id="ledger-table-${interventionId}">${t('intervention-ledger-caption')}<span class="visually-hidden">: ${title}</span></caption>
      ${tableHead([t('intervention-capital'), t('intervention-ledger-expected'), t('intervention-ledger-seen'), t('intervention-ledger-verdict')])}
      <tbody role="rowgroup">
        ${effects.map((effect) => effectRow(effect, observed !== null, names))}
      </tbody>
    </table>
  </div>`
}

function effectRow(
  { dimension, perspective, expected, term, word, verdict }: Effect,
  isObserved: boolean,
  names: Names,
) {
  const name = names.dimension(dimension)
  const side = perspective === EVERY_PERSPECTIVE ? '' : `, ${inSentence(names.perspective(perspective))}`
  return html`<tr role="row">
    ${rowHead(dimension, `${name}${side}`)}
    ${cell(
      t('intervention-ledger-expected'),
      html`<span><span class="with-icon">${arrowOf(expected === 'up' ? 1 : -1)} ${t(`intervention-ledger-${expected}`)}</span>
        <span class="hint">${t(`intervention-term-${term}`)}</span></span>`,
    )}
    ${cell(
      t('intervention-ledger-seen'),
      word === null
        ? html`<span class="muted">${t(isObserved ? 'intervention-seen-not-comparable' : 'intervention-seen-nothing')}</span>`
        : html`<span>${t(`intervention-seen-${word}`)}</span>`,
    )}
    ${cell(
      t('intervention-ledger-verdict'),
      verdict === null
        ? html`<span class="muted">${t('intervention-verdict-later')}</span>`
        : html`<span class="verdict is-${verdict}">${ICONS[verdict]} ${t(`intervention-verdict-${verdict}`)}</span>`,
    )}
  </tr>`
}

function judgement({ judgement, why }: Item): TemplateResult {
  if (judgement === null) return html`<p class="muted">${t('intervention-ledger-no-judgement')}</p>`
  return html`<p><strong>${t('intervention-ledger-judgement')} ${inSentence(t(`intervention-helped-${judgement}`))}</strong> ${why ?? ''}</p>`
}

function icon(drawing: ReturnType<typeof svg>): TemplateResult {
  return html`<svg class="check-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <circle cx="12" cy="12" r="11" />${drawing}
  </svg>`
}
