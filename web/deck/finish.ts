import JSZip from 'jszip'
import type { DeckChart } from './chart.ts'
import { chartXml, withoutStrangeSigns } from './chart-xml.ts'
import { sheetXml } from './workbook-xml.ts'

/**
 * Writes our own charts into the file that pptxgenjs made: the library writes a number of 0 as an empty cell and an
 * empty cell as an empty number, and knows one dash and one marker for all series.
 *
 * It also says in which language the texts are, gives every shape of a slide a number of its own, names the first row of
 * a table as its heading, and leaves out signs that no XML may hold.
 *
 * @param charts in the order in which they were added.
 */
export async function finish(
  file: ArrayBuffer,
  charts: readonly DeckChart[],
  language: 'nl' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(file)
  const parts = zip.file(/^ppt\/charts\/chart\d+\.xml$/).toSorted((a, b) => numberIn(a.name) - numberIn(b.name))
  if (parts.length !== charts.length) throw new RangeError(`${parts.length} charts in the file, not ${charts.length}`)
  for (const [at, part] of parts.entries()) {
    const chart = charts[at]
    if (chart === undefined) continue
    zip.file(part.name, chartXml(chart))
    await replaceSheet(zip, `ppt/embeddings/Microsoft_Excel_Worksheet${numberIn(part.name)}.xlsx`, sheetXml(chart))
  }
  for (const part of zip.file(/^(ppt\/(slides|notesSlides|slideLayouts)|docProps)\/\w+\.xml$/)) {
    zip.file(part.name, mended(await part.async('string'), language))
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }).then((bytes) => new Uint8Array(bytes))
}

async function replaceSheet(zip: JSZip, name: string, sheet: string): Promise<void> {
  const part = zip.file(name)
  if (part === null) throw new RangeError(`no workbook ${name}`)
  const workbook = await JSZip.loadAsync(await part.async('uint8array'))
  workbook.file('xl/worksheets/sheet1.xml', sheet)
  zip.file(name, await workbook.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
}

function mended(xml: string, language: 'nl' | 'en'): string {
  let shapes = 0
  return withoutStrangeSigns(xml)
    .replaceAll(/ lang="[a-zA-Z-]+"/g, ` lang="${language === 'nl' ? 'nl-NL' : 'en-GB'}"`)
    .replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++shapes}"`)
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>')
}

function numberIn(name: string): number {
  return Number(/(\d+)\.\w+$/.exec(name)?.[1])
}
