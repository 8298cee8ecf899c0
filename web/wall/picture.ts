import { html, type TemplateResult } from 'lit'
import type { Locale } from '../../server/contract/common.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView } from '../../server/contract/workshops.ts'
import type { Names } from '../results/names.ts'
import type { Words } from '../results/words.ts'

/** What the drawing of a revealed scene is made from. */
export interface Shown {
  readonly revealed: RevealedView
  /** What the room works on; undefined for scenes about figures alone. */
  readonly reflection?: RoomReflection | undefined
  readonly names: Names
  readonly words: Words
  readonly locale: Locale
  /** Id that the table under the drawing gets. */
  readonly tableId: string
  /** A phone has no room for what a wall has, and a wall needs marks that can be seen from afar. */
  readonly medium: 'wall' | 'phone'
  /** What whoever holds this device chose, or null; only ever known on their own device. */
  readonly ownRating: (itemId: string, horizon: string) => number | null
}

/** A scene with figures, the same on the wall and on phones: a sentence, a drawing and a table with the same numbers. */
export interface Picture {
  /** What it is about, in a few words above the headline. */
  readonly kicker: TemplateResult | string
  readonly headline: string
  /** The key of the drawing, beside the kicker on a wall. */
  readonly key?: TemplateResult
  readonly body: TemplateResult
  readonly table?: PictureTable
  /** How many people or answers stand behind it, in words. */
  readonly behind: string
}

/** A table; the first cell of each row names it. */
export interface PictureTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table of a picture, for who does not see the drawing and for who wants the numbers. */
export function pictureTable({ caption, head, rows }: PictureTable, id: string): TemplateResult {
  return html`<table id=${id} class="picture-table">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`
}
