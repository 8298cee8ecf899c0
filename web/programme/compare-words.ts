import { html, nothing, type TemplateResult } from 'lit'
import type { FigureCell, Heatmap } from '../../server/contract/programme-figures.ts'
import type { TookPart } from '../../server/contract/programme-releases.ts'
import { roleIn } from '../app/access.ts'
import { emptyState } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { sectorText } from './company-names.ts'
import './compare-texts.ts'
import { periodWithin } from './park-words.ts'
import { mayPrepare } from './programme-roles.ts'
import { CAREFUL_BELOW, FEWEST_BEHIND_A_FIGURE, SCALE_ENDS } from './release-limits.ts'

type Row = Heatmap['rows'][number]

/** What a figure says, without the middle half of companies. */
export type Figure = Pick<FigureCell, 'n' | 'mean' | 'lowOrHigh' | 'reason'>

/** From so many companies on a park is close to its first figure. */
const NEAR = 3

/** What a row is called. */
export function rowName({ kind, id, name }: Pick<Row, 'kind' | 'id' | 'name'>): string {
  if (kind === 'programme') return t('compare-programme')
  if (kind === 'sector') return sectorText(id)
  return name ?? t(`compare-${kind}`, { code: id })
}

/** Rows in order of name, whatever they say: nothing here is a list of best and worst. */
export function byName<Named extends { readonly name: string | null }>(rows: readonly Named[]): Named[] {
  const { compare } = new Intl.Collator(locale(), { numeric: true })
  return rows.toSorted((a, b) => compare(a.name ?? '', b.name ?? ''))
}

/** Where a figure lies on the scale; null: it lies nowhere. Beyond an end it lies at that end. */
export function placeOnScale({ mean, lowOrHigh }: Pick<Figure, 'mean' | 'lowOrHigh'>): number | null {
  return lowOrHigh === null ? mean : SCALE_ENDS[lowOrHigh]
}

/** Whether there is nothing to show, which is no secret. */
export function isEmpty({ n }: Pick<Figure, 'n'>): boolean {
  return n === 0
}

/** The whole programme, then parks in order of name. */
export function wholeThenParks<Named extends Pick<Row, 'kind' | 'id' | 'name'>>(rows: readonly Named[]): Named[] {
  const parks = rows.filter(({ kind }) => kind === 'park').map((row) => ({ ...row, name: rowName(row) }))
  return [...rows.filter(({ kind }) => kind === 'programme'), ...byName(parks)]
}

/** A figure as it is printed: a number, an end of the scale, or why there is none. */
export function figureText(figure: Figure | undefined): string {
  if (figure === undefined || isEmpty(figure)) return t('compare-none')
  if (figure.lowOrHigh !== null) return t(`compare-${figure.lowOrHigh}`)
  return figure.mean === null ? t('compare-hidden') : String(figure.mean)
}

/** Why a figure is not shown. */
export function whyText({ reason, n }: Figure): string {
  return t(`compare-why-${reason ?? 'other'}`, { n })
}

/** What a perspective is called. */
export function perspectiveInWords(names: Names, code: string | null): string {
  return code === null || code === 'all' ? t('compare-together') : names.perspective(code)
}

/** Who chose to take part, n and of how many, and that no order is meant: above every comparison. */
export function whoChose(who: TookPart | null, period: string | undefined): TemplateResult | typeof nothing {
  if (who === null || period === undefined) return nothing
  const { contributed, joined } = who
  return html`<p class="compare-headline">
    ${t('compare-who', { contributed, joined, period: periodWithin(period) })} ${t('compare-no-order')}
  </p>`
}

/** That some of what is shown comes from fewer than ten companies. */
export function smallNote(figures: readonly (Figure | undefined)[]): TemplateResult | typeof nothing {
  const isSmall = figures.some(
    (figure) => figure !== undefined && placeOnScale(figure) !== null && figure.n < CAREFUL_BELOW,
  )
  return isSmall ? html`<p class="muted">${t('compare-small')}</p>` : nothing
}

/** What stands where nothing was published: what to do, by role. */
export function nothingPublished(org: string): TemplateResult {
  const role = roleIn(org)
  if (role === undefined || !mayPrepare(role)) return emptyState(t('compare-nothing-wait'))
  const go = html`<a class="button" href="/o/${org}/publish">${t('compare-nothing-prepare-go')}</a>`
  return emptyState(t('compare-nothing-prepare'), go)
}

/**
 * That no park has enough companies yet, and how many are close; nothing when one has.
 *
 * @param companies of each park, how many gave figures.
 */
export function nearlyThere(companies: readonly number[], org: string): TemplateResult | typeof nothing {
  if (companies.length === 0 || companies.some((n) => n >= FEWEST_BEHIND_A_FIGURE)) return nothing
  const go = html`<a class="button" href="/o/${org}/participation">${t('compare-near-go')}</a>`
  return emptyState(t('compare-near', { n: companies.filter((n) => n >= NEAR).length }), go)
}
