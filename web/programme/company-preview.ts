import { html, nothing, type TemplateResult } from 'lit'
import type { ContributedPeriod, ContributionView } from '../../server/contract/participations.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { inOrder, type Parts, perspectiveText, sectorText } from './company-names.ts'

/** Exactly the figures that leave, newest period first; older periods fold. */
export function previewOf(view: ContributionView, parts: Parts, isShared: boolean): TemplateResult {
  const [newest, ...older] = view.periods
  if (newest === undefined) return html`<p>${t('programme-company-preview-none')}</p>`
  return html`<div class="preview">
    <h4>${t(isShared ? 'programme-company-copied' : 'programme-company-preview-title')}</h4>
    <p>${t('programme-company-preview-counts', { groups: groupsText(view) })}</p>
    ${periodOf(newest, parts)}
    ${older.map(
      (period) => html`<details class="fold">
        <summary>${t('programme-company-preview-period', { period: periodText(period.period) })}</summary>
        ${periodOf(period, parts)}
      </details>`,
    )}
    <p>${t('programme-company-preview-later')}</p>
    <p>${t('programme-company-preview-never')}</p>
    <p class="muted">${t('programme-company-preview-archive')}</p>
  </div>`
}

function groupsText({ park, region, sector }: ContributionView): string {
  const groups = [
    park.name,
    ...(sector === null ? [] : [sectorText(sector)]),
    ...(region === null ? [] : [region.name]),
  ]
  return pageWords().list([...groups, t('programme-company-preview-whole')])
}

function periodOf(period: ContributedPeriod, parts: Parts): TemplateResult {
  const cells = Object.keys(period.scores).map((cell) => cell.split('/'))
  const horizons = [...new Set(cells.map(([horizon = '']) => horizon))]
  const names = parts.names()
  const themes = inOrder(period.themes, parts.dimensions).map(names.dimension)
  return html`${inTime(horizons).map((horizon) => table(period, horizon, parts))}
    <p>
      ${themes.length === 0 ? t('programme-company-preview-themes-none') : t('programme-company-preview-themes', { names: pageWords().list(themes) })}
    </p>
    ${period.roundTitle === null ? nothing : html`<p class="muted">${t('programme-company-preview-round', { round: period.roundTitle })}</p>`}`
}

/** Now comes first. */
function inTime(horizons: readonly string[]): string[] {
  return horizons.toSorted((a, b) => Number(b === 'now') - Number(a === 'now'))
}

function table(period: ContributedPeriod, horizon: string, parts: Parts): TemplateResult {
  const names = parts.names()
  const own = Object.keys(period.scores).flatMap((cell) => {
    const [of, dimension = '', perspective = ''] = cell.split('/')
    return of === horizon ? [{ dimension, perspective }] : []
  })
  const dimensions = inOrder(
    own.map(({ dimension }) => dimension),
    parts.dimensions,
  )
  const perspectives = inOrder(
    own.map(({ perspective }) => perspective),
    ['all', 'internal', 'external'],
  )
  const id = `preview-${period.period}-${horizon}`
  const caption = t('programme-company-preview-caption', {
    period: periodText(period.period),
    horizon: names.horizon(horizon),
  })
  return html`<div class="table-scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
    <table class="preview-table">
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('programme-company-preview-value')}</th>
          ${perspectives.map((code) => html`<th scope="col" class="number">${perspectiveText(names, code)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${dimensions.map(
          (dimension) => html`<tr>
            <th scope="row">${capitalWithDisc(dimension, names)}</th>
            ${perspectives.map((code) => html`<td class="number">${scoreText(period.scores[`${horizon}/${dimension}/${code}`])}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** A capital with its disc. */
export function capitalWithDisc(code: string, names: Names): TemplateResult {
  const name = names.dimension(code)
  return html`<span class="with-icon">${capitalIcon(code, name)}${name}</span>`
}

function scoreText(score: number | null | undefined): TemplateResult | string {
  if (score !== null && score !== undefined) return String(score)
  return html`<span class="muted">${t('programme-company-preview-missing')}</span>`
}
