import { html, type TemplateResult } from 'lit'
import { capitalIcon } from '../../charts/glyphs.ts'
import { spanRows, spanSample } from '../../charts/span-rows-svg.ts'
import {
  type GroupDifference,
  type GroupSide,
  groupDifferences,
  groupSentence,
} from '../../results/group-differences.ts'
import { groupName } from '../../results/paths.ts'
import { NOTHING } from '../../results/sentences.ts'
import type { Picture, Shown } from '../picture.ts'

/** Which stakeholder groups lie furthest apart on each capital, in the fixed order of the capitals. */
export function groupsPicture(horizon: string, shown: Shown): Picture {
  const { revealed, names, words, tableId } = shown
  const { results, instrument } = revealed
  const differences = groupDifferences(results, instrument.dimensions, horizon)
  const headline = groupSentence(results, instrument, horizon, names, words)
  const table = tableOf(differences, shown)
  const label = `${headline} ${table.rows.map((cells) => cells.join(', ')).join('; ')}.`
  return {
    kicker: `${words.say('wall-groups')} · ${names.horizon(horizon)}`,
    headline,
    body: html`<div class="groups">${spanRows(
      differences.map((difference) => row(difference, shown)),
      { label, describedBy: tableId, hasLine: instrument.balance },
    )}</div>`,
    table,
    behind: words.say('results-respondents', { n: results.n }),
  }
}

function row({ dimension, points, highest, lowest }: GroupDifference, shown: Shown) {
  const { names, words } = shown
  const name = names.dimension(dimension)
  const markOf = (side: GroupSide | null, style: 'first' | 'outside') => ({
    value: side?.score ?? null,
    label: side === null ? NOTHING : words.number(side.score),
    style,
  })
  return {
    name: html`${capitalIcon(dimension, name)} <span>${name}</span>`,
    marks: [markOf(lowest, 'outside'), markOf(highest, 'first')],
    words:
      points === null
        ? html`<span class="absent">${words.say('wall-groups-one')}</span>`
        : points === 0
          ? words.say('wall-groups-same')
          : sides(highest, lowest, shown),
  }
}

function sides(highest: GroupSide | null, lowest: GroupSide | null, shown: Shown): TemplateResult {
  return html`<span class="group-side">${spanSample('first')} <span>${groupsOf(highest, shown)}</span></span>
    <span class="group-side">${spanSample('outside')} <span>${groupsOf(lowest, shown)}</span></span>`
}

function groupsOf(side: GroupSide | null, { words }: Shown): string {
  return words.list((side?.groups ?? []).map((group) => groupName(group, words)))
}

function tableOf(differences: readonly GroupDifference[], shown: Shown) {
  const { names, words } = shown
  const sideOf = (side: GroupSide | null) =>
    side === null ? words.say('wall-groups-one') : `${groupsOf(side, shown)}: ${words.number(side.score)}`
  return {
    caption: words.say('wall-groups'),
    head: ['results-dimension', 'wall-groups-highest', 'wall-groups-lowest', 'results-difference'].map((id) =>
      words.say(id),
    ),
    rows: differences.map(({ dimension, points, highest, lowest }) => [
      names.dimension(dimension),
      sideOf(highest),
      sideOf(lowest),
      points === null ? NOTHING : words.number(points),
    ]),
  }
}
