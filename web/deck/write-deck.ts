import pptxgenjs from 'pptxgenjs'
import type { DeckChart } from './chart.ts'
import { finish } from './finish.ts'
import { LEFT, SIZE, WIDTH } from './measure.ts'
import type { Deck } from './slides.ts'
import { ACCENT, FONT, MUTED, textStyle, writeSlide } from './write-slide.ts'

/** The library is CommonJS to TypeScript and a module to Node and bundlers: the class stands in one of two places. */
const Presentation = pptxgenjs.default ?? pptxgenjs

const COVER = 'cover'
const PAGE = 'page'

/**
 * Writes a deck as a PowerPoint file (.pptx, 16:9), in a browser and in Node alike. Its charts are native: whoever opens
 * the file changes them as their own.
 */
export async function writeDeck(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Presentation()
  file.layout = 'LAYOUT_WIDE'
  file.title = deck.title
  file.subject = deck.foot
  file.author = deck.organisation
  file.company = deck.organisation
  file.theme = { headFontFace: FONT, bodyFontFace: FONT }
  file.defineSlideMaster({
    title: COVER,
    background: { color: 'FFFFFF' },
    objects: [titleAt(1.3, 1.5, SIZE.cover), { rect: { x: LEFT, y: 2.95, w: 1.2, h: 0.06, fill: { color: ACCENT } } }],
  })
  file.defineSlideMaster({
    title: PAGE,
    background: { color: 'FFFFFF' },
    objects: [titleAt(0.4, 0.75, SIZE.title), footOf(deck.foot)],
    slideNumber: { x: 12.13, y: 6.98, w: 0.6, h: 0.3, ...textStyle(SIZE.small, MUTED), align: 'right', margin: 0 },
  })
  const charts: DeckChart[] = []
  for (const slide of deck.slides) {
    const page = file.addSlide({ masterName: slide.kind === 'cover' ? COVER : PAGE })
    page.addText(slide.title, { placeholder: 'title' })
    writeSlide(page, slide, charts)
    page.addNotes(slide.note)
  }
  const bytes = await file.write({ outputType: 'arraybuffer' })
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('the library answered no bytes')
  return finish(bytes, charts, deck.language)
}

/** A title that PowerPoint knows as one: it stands in the outline, and a screen reader says it first. */
function titleAt(y: number, h: number, size: number) {
  const place = { name: 'title', type: 'title' as const, x: LEFT, y, w: WIDTH, h }
  return {
    placeholder: {
      options: {
        ...place,
        ...textStyle(size),
        bold: true,
        align: 'left' as const,
        valign: 'bottom' as const,
        margin: 0,
      },
      text: '',
    },
  }
}

function footOf(foot: string) {
  return {
    text: { text: foot, options: { x: LEFT, y: 6.98, w: 11, h: 0.3, ...textStyle(SIZE.small, MUTED), margin: 0 } },
  }
}
