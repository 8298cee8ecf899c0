import { html, nothing, type TemplateResult } from 'lit'
import type { ItemResult } from '../../server/contract/results.ts'
import { knowledgeGaps } from '../../server/domain/gaps.ts'
import { dotPitch, dotStrip } from '../charts/dot-strip-svg.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { chartModel } from '../charts/radar-model.ts'
import { isAlone, ofQuestions, ratedQuestions, unknownQuestions } from '../results/alone.ts'
import { binsOf } from '../results/bins.ts'
import { markText } from '../results/blocks.ts'
import { stepsApart, whyNoWord } from '../results/item-words.ts'
import { horizonsIn } from '../results/missing.ts'
import { percent } from '../results/sentences.ts'
import { sidesOf } from '../results/views.ts'
import { inSentence } from '../results/words.ts'
import { type CapitalItems, itemsOf, unknownOf } from './capital-items.ts'
import { type ReportCell, reportTable } from './parts.ts'
import { capitalBand } from './patterns.ts'
import type { Telling } from './telling.ts'

/** Height of a strip of dots, in units of which it is 500 wide. */
const STRIP = 130

/** Each capital on half a page: its scores, its three lowest items, how people stand to each other, what they do not know. */
export function capitalParts(telling: Telling): TemplateResult {
  const { instrument, words } = telling
  return html`<section class="report-capitals" aria-labelledby="report-capitals">
    <h2 id="report-capitals">${words.say('report-capitals-title')}</h2>
    ${instrument.dimensions.map((code) => capitalPart(telling, code))}
  </section>`
}

function capitalPart(telling: Telling, code: string): TemplateResult {
  const { names } = telling
  const name = names.dimension(code)
  return html`<section class="report-capital" aria-labelledby="report-capital-${code}">
    <h3 id="report-capital-${code}"><span class="with-icon">${capitalIcon(code, name)} ${name}</span></h3>
    ${capitalBand(code)} ${scores(telling, code)} ${items(telling, code)} ${unknown(telling, code)}
  </section>`
}

/** The scores of one capital: a row for each horizon, in the numbers and words of the charts before. */
function scores({ results, instrument, names, words }: Telling, code: string): TemplateResult {
  const horizons = horizonsIn(results, instrument.horizons)
  const hasSides = instrument.perspectives.length === 2
  const head = ['results-horizon', 'results-items-score', ...(hasSides ? [] : ['report-coverage'])].map((id) =>
    words.say(id),
  )
  const rows = horizons.map((horizon): ReportCell[] => {
    const whole = chartModel(results, instrument, { kind: 'one', code: horizon, horizon }, names, words)
    const [sides] = sidesOf(horizon, instrument)
    const pair = sides && chartModel(results, instrument, sides, names, words).axes.find((axis) => axis.code === code)
    const [score] = whole.axes.find((axis) => axis.code === code)?.marks ?? []
    const coverage = results.horizons[horizon]?.dimensions[code]?.coverage ?? null
    return [
      names.horizon(horizon),
      score === undefined ? '' : markText(score),
      ...(pair === undefined ? [] : [...pair.marks.map(markText), pair.differenceText]),
      isAlone(results)
        ? ofQuestions(ratedQuestions(results, code, horizon), words)
        : coverage === null
          ? words.say('results-hidden')
          : percent(coverage, words),
    ]
  })
  const sideNames = hasSides ? [...instrument.perspectives.map(names.perspective), words.say('results-difference')] : []
  const columns = hasSides ? [...head, ...sideNames, words.say('report-coverage')] : head
  return reportTable(`report-scores-${code}`, words.say('report-scores'), columns, rows)
}

function items(telling: Telling, code: string): TemplateResult {
  const { results, instrument, names, words } = telling
  const [horizon] = horizonsIn(results, instrument.horizons)
  const chosen = horizon === undefined ? undefined : itemsOf(telling, code, horizon)
  if (chosen === undefined || chosen.items.length === 0) return html`<p>${words.say('report-no-items')}</p>`
  const isAlone = results.n < 2
  const strips = chosen.items.flatMap((item) =>
    item.counts === null || isAlone ? [] : [{ item, counts: item.counts }],
  )
  const table = `report-items-${code}`
  const head = [
    words.say('results-items-item'),
    ...(isAlone ? [] : [words.say('results-items-agreement')]),
    words.say('results-items-score'),
    ...(isAlone ? [] : [words.say('results-items-n'), words.say('results-items-distribution')]),
  ]
  const rows = chosen.items.map((item): ReportCell[] => [
    names.topic(item.itemId),
    ...(isAlone ? [] : [agreement(item, telling)]),
    item.score === null ? words.say('results-hidden') : words.number(item.score),
    ...(isAlone ? [] : [words.number(item.n), distribution(item, telling)]),
  ])
  return html`${strips.length === 0 ? nothing : dots(strips, table, telling)}
    ${reportTable(table, words.say(captionIdOf(chosen), { horizon: inSentence(names.horizon(horizon ?? '')) }), head, rows)}`
}

/** Three out of three are no choice: then they are all the questions of the capital. */
function captionIdOf({ by, isAll }: CapitalItems): string {
  return by === 'lowest' && isAll ? 'report-items-all' : `report-items-${by}`
}

/** One dot for each person, the same size everywhere on the page, so that equal dots mean equal numbers. */
function dots(
  strips: readonly { readonly item: ItemResult; readonly counts: readonly number[] }[],
  describedBy: string,
  telling: Telling,
): TemplateResult {
  const { instrument, names, words } = telling
  const pitch = dotPitch(
    strips.map(({ counts }) => counts),
    STRIP,
  )
  return html`<figure class="report-chart report-strips" aria-describedby=${describedBy}>
    ${strips.map(({ item, counts }) => {
      const name = names.topic(item.itemId)
      const bins = binsOf(instrument, item, names, words)
      return html`<div class="report-strip">
        <p>${name}</p>
        ${dotStrip(counts, bins, `${name}: ${distribution(item, telling)}`, pitch)}
      </div>`
    })}
  </figure>`
}

function agreement(item: ItemResult, { results, words }: Telling): string {
  const { word } = item.agreement
  if (word === null) return whyNoWord(results, item, words)
  const apart = stepsApart(item, words)
  return apart === '' ? words.say(`results-word-${word}`) : `${words.say(`results-word-${word}`)}, ${apart}`
}

/** How many chose what, in words; or that it is not shown. */
function distribution(item: ItemResult, { instrument, names, words }: Telling): string {
  if (item.counts === null) return words.say('results-hidden')
  const bins = binsOf(instrument, item, names, words)
  return item.counts.map((count, at) => `${bins[at]?.short ?? at + 1}: ${words.number(count)}`).join(', ')
}

function unknown(telling: Telling, code: string): TemplateResult {
  return html`<p class="report-unknown">${unknownSentence(telling, code)}</p>`
}

/** The items that people do not know about; where no item has a share of its own, the share of the whole capital. */
function unknownSentence(telling: Telling, code: string): string {
  const { results, instrument, names, words } = telling
  if (isAlone(results)) return unknownAlone(telling, code)
  const named = unknownOf(telling, code).map((item) =>
    words.say('report-unknown-item', {
      topic: names.topic(item.itemId),
      horizon: inSentence(names.horizon(item.horizon)),
      share: percent(item.unknownShare, words),
    }),
  )
  if (named.length > 0) return words.say('report-unknown', { names: words.list(named) })
  const shares = horizonsIn(results, instrument.horizons).map((horizon) => ({
    itemId: horizon,
    unknownShare: results.horizons[horizon]?.dimensions[code]?.unknownShare ?? null,
  }))
  const [most] = knowledgeGaps(shares)
  if (most === undefined) return words.say('report-unknown-none')
  const share = percent(most.unknownShare, words)
  return words.say('report-unknown-share', { share, horizon: inSentence(names.horizon(most.itemId)) })
}

/** Of one form there is no share of people: how many questions, by horizon, where the release says so. */
function unknownAlone({ results, instrument, names, words }: Telling, code: string): string {
  const horizons = horizonsIn(results, instrument.horizons)
  const said = horizons.flatMap((horizon) => {
    if ((results.horizons[horizon]?.dimensions[code]?.unknownShare ?? 0) === 0) return []
    const name = inSentence(names.horizon(horizon))
    const questions = unknownQuestions(results, code, horizon)
    if (questions === undefined) return [name]
    return [words.say('results-knowledge-of', { name, questions: ofQuestions(questions, words) })]
  })
  return said.length === 0
    ? words.say('results-knowledge-none-alone')
    : words.say('results-knowledge-values-alone', { names: words.list(said) })
}
