import { html, nothing, type TemplateResult } from 'lit'
import type { RoomReflection } from '../../../server/contract/reflection-room.ts'
import { balanceChecks, type Check } from '../../../server/domain/balance-checks.ts'
import { projectBalance } from '../../../server/domain/projection.ts'
import { horizonOfReflection } from '../../../server/domain/reflection-figures.ts'
import { absenceAt, baselinesOf, type ProjectedAxis, projectedMark, TOGETHER } from '../../charts/projection-model.ts'
import { projectionSample } from '../../charts/projection-svg.ts'
import { spanSample } from '../../charts/span-rows-svg.ts'
import { wallProjection } from '../../charts/wall-projection-svg.ts'
import { inSentence, type Words } from '../../results/words.ts'
import type { Picture, PictureTable, Shown } from '../picture.ts'

/** More prices than this do not fit beside the drawing; the phones have all of them. */
const MOST_PRICES = 2

type Interventions = RoomReflection['interventions']

/**
 * What the group expects its interventions to do to the capitals, beside how they are now: an expectation, and always
 * labelled so, with three checks and who pays the price. Undefined until it was read.
 *
 * Missing: while nothing at all was filled in nothing is expected, so no check is answered and no capital stays the same.
 */
export function projectionPicture(shown: Shown): Picture | undefined {
  const { reflection, revealed, words, tableId, medium } = shown
  if (!reflection) return undefined
  const { interventions } = reflection
  const { axes, checks } = projected(interventions, shown)
  const isFilled = interventions.some(({ effects }) => effects.length > 0)
  const table = tableOf(axes, isFilled, shown)
  const headline = isFilled ? headlineOf(axes, words) : words.say('wall-projection-nothing')
  const kicker = words.say('wall-projection-label')
  const drawing = wallProjection({
    axes,
    label: `${kicker}. ${headline} ${table.rows.map((row) => row.join(' ')).join('; ')}.`,
    describedBy: tableId,
    hasLine: revealed.instrument.balance,
    wordsOf: (axis) => axisWords(axis, words),
  })
  return {
    kicker: html`${kicker}`,
    headline,
    ...(medium === 'wall' ? { key: keyOf(words) } : {}),
    // A phone has no room for the names around the drawing; its table says the same.
    body: html`<div class="projection">
      ${medium === 'wall' ? drawing : nothing}
      <div class="projection-words">${isFilled ? checkList(checks, shown) : nothing} ${prices(interventions, shown)}</div>
    </div>`,
    table,
    behind: words.say('wall-projection-behind', { n: interventions.length }),
  }
}

function projected(
  interventions: Interventions,
  { revealed, names }: Shown,
): { axes: readonly ProjectedAxis[]; checks: readonly Check[] } {
  const { results, instrument } = revealed
  const horizon = horizonOfReflection(Object.keys(results.horizons))
  const capitals = baselinesOf(results, horizon, instrument.dimensions, instrument.perspectives)
  const expected = projectBalance(
    capitals,
    interventions.flatMap(({ effects }) => effects),
  )
  return {
    axes: instrument.dimensions.map((code) => {
      const absenceOf = () => absenceAt(results, horizon, code, TOGETHER)
      return {
        code,
        name: names.dimension(code),
        ...projectedMark(TOGETHER, capitals[code], expected[code], absenceOf),
      }
    }),
    checks: balanceChecks(capitals, expected),
  }
}

/** How a capital moves, in numbers: only where something is expected of it. */
function axisWords({ now, range, moves, absence }: ProjectedAxis, words: Words): string {
  if (now === null || range === null) return words.say(absence === 'hidden' ? 'results-hidden' : 'results-no-score')
  if (!moves) return words.number(now)
  const { low, high } = range
  return low === high
    ? words.say('wall-projection-to', { now, high })
    : words.say('wall-projection-range', { now, low, high })
}

/** The capital that is expected to move most, up or else down. */
function headlineOf(axes: readonly ProjectedAxis[], words: Words): string {
  const moves = axes.flatMap(({ name, now, range }) =>
    now === null || range === null ? [] : [{ name, now, range, by: range.expected - now }],
  )
  const [up] = moves.filter(({ by }) => by > 0).toSorted((a, b) => b.by - a.by)
  const [down] = moves.filter(({ by }) => by < 0).toSorted((a, b) => a.by - b.by)
  const first = up ?? down
  if (!first) return words.say('wall-projection-steady')
  const { name, now, range } = first
  return words.say(up ? 'wall-projection-up' : 'wall-projection-down', { name, now, low: range.low, high: range.high })
}

function tableOf(axes: readonly ProjectedAxis[], isFilled: boolean, { words }: Shown): PictureTable {
  return {
    caption: words.say('wall-projection-label'),
    head: ['results-dimension', 'wall-projection-now', 'wall-projection-expected'].map((id) => words.say(id)),
    rows: axes.map((axis) => {
      const { name, now, range, moves } = axis
      if (now === null || range === null) return [name, axisWords(axis, words), axisWords(axis, words)]
      if (!isFilled) return [name, words.number(now), words.say('wall-projection-unfilled')]
      const { low, high } = range
      const expected = moves ? 'wall-projection-between' : 'wall-projection-same'
      return [name, words.number(now), words.say(expected, { low, high })]
    }),
  }
}

function keyOf(words: Words): TemplateResult {
  return html`<ul class="picture-key">
    <li>${spanSample('first')} ${words.say('wall-projection-now')}</li>
    <li>${projectionSample()} ${words.say('wall-projection-expected')}</li>
  </ul>`
}

function checkList(checks: readonly Check[], shown: Shown): TemplateResult {
  return html`<ul class="projection-checks">
    ${checks.map((check) => html`<li class="check-${check.answer}">${checkWords(check, shown)}</li>`)}
  </ul>`
}

function checkWords({ check, answer, dimensions, now, expected }: Check, { names, words }: Shown): string {
  const list = words.list(dimensions.map((code) => inSentence(names.dimension(code))))
  const numbers = now === null || expected === null ? {} : { now, expected }
  return words.say(`wall-projection-${check}-${answer}`, { names: list, ...numbers })
}

/** Who bears what the interventions cost; the rest of a long list stands on the phones. */
function prices(interventions: Interventions, { medium, names, words }: Shown): TemplateResult | typeof nothing {
  const all = interventions.flatMap(({ price }) => (price === null || price.bearer === '' ? [] : [price]))
  if (all.length === 0) return nothing
  const shown = medium === 'wall' ? all.slice(0, MOST_PRICES) : all
  return html`<p class="projection-price-title">${words.say('wall-projection-price')}</p>
    <ul class="projection-prices">
      ${shown.map(({ dimensions, bearer }) => html`<li>${words.list(dimensions.map(names.dimension))}: ${bearer}</li>`)}
    </ul>
    ${shown.length < all.length ? html`<p>${words.say('wall-cards-more', { n: all.length - shown.length })}</p>` : nothing}`
}
