import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'

/** A series of a chart in a presentation: what is drawn, and what stands in the workbook behind it. */
export interface SlideSeries {
  readonly name: string
  /** One for each category; null where there is no point. */
  readonly drawn: readonly (number | null)[]
  /** The same from the workbook; null where there is no cell. */
  readonly kept: readonly (number | null)[]
  readonly dash: string | undefined
  readonly marker: string | undefined
}

/** A chart of a slide. */
export interface SlideChart {
  readonly kind: string
  /** What a screen reader says. */
  readonly description: string
  readonly categories: readonly string[]
  readonly series: readonly SlideSeries[]
  readonly xml: string
}

/** A slide as a program that reads presentations finds it. */
export interface SlideRead {
  readonly title: string
  readonly texts: readonly string[]
  readonly notes: string
  /** Sizes of text on the slide, in points. */
  readonly sizes: readonly number[]
  readonly charts: readonly SlideChart[]
  readonly xml: string
}

/** Reads a .pptx file slide by slide. */
export async function readPresentation(file: Uint8Array): Promise<SlideRead[]> {
  const zip = await JSZip.loadAsync(file)
  const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  return Promise.all(names.toSorted((a, b) => numberIn(a) - numberIn(b)).map((name) => readSlide(zip, name)))
}

async function readSlide(zip: JSZip, name: string): Promise<SlideRead> {
  const xml = await textOf(zip, name)
  const relations = await textOf(zip, name.replace('slides/', 'slides/_rels/').concat('.rels'))
  const notes = await textOf(zip, `ppt/notesSlides/notesSlide${numberIn(name)}.xml`)
  const title = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(xml)?.[0] ?? ''
  const charts = [...xml.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].flatMap(([frame]) => {
    const relation = /<c:chart r:id="(\w+)"/.exec(frame)?.[1]
    return relation === undefined ? [] : [{ frame, relation }]
  })
  return {
    title: runs(title).join(''),
    texts: runs(xml),
    notes: runs(notes)[0] ?? '',
    sizes: [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100),
    charts: await Promise.all(
      charts.map(async ({ frame, relation }) => {
        const target = new RegExp(`Id="${relation}"[^>]*Target="/([^"]+)"|Target="/([^"]+)"[^>]*Id="${relation}"`).exec(
          relations,
        )
        const part = target?.[1] ?? target?.[2] ?? ''
        return readChart(zip, part, inPlain(/descr="([^"]*)"/.exec(frame)?.[1] ?? ''))
      }),
    ),
    xml,
  }
}

async function readChart(zip: JSZip, part: string, description: string): Promise<SlideChart> {
  const xml = await textOf(zip, part)
  const relations = await textOf(zip, part.replace('charts/', 'charts/_rels/').concat('.rels'))
  const embedded = `ppt/${/Target="\.\.\/([^"]+)"/.exec(relations)?.[1]}`
  const workbook = await JSZip.loadAsync((await zip.file(embedded)?.async('uint8array')) ?? new Uint8Array())
  const cells = cellsOf(await textOf(workbook, 'xl/worksheets/sheet1.xml'))
  const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]): SlideSeries => {
    const values = /<c:val>.*<\/c:val>/s.exec(one)?.[0] ?? ''
    const [, column = '', first = '', last = ''] = /<c:f>Sheet1!\$(\w)\$(\d+):\$\w\$(\d+)<\/c:f>/.exec(values) ?? []
    const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at)
    return {
      name: points(/<c:tx>.*?<\/c:tx>/s.exec(one)?.[0] ?? '')[0] ?? '',
      drawn: points(values).map((value) => (value === undefined ? null : Number(value))),
      kept: rows.map((row) => {
        const value = cells.get(`${column}${row}`)
        return value === undefined ? null : Number(value)
      }),
      dash: /<a:prstDash val="(\w+)"/.exec(one)?.[1],
      marker: /<c:symbol val="(\w+)"/.exec(one)?.[1],
    }
  })
  return {
    kind: /<c:(\w+)Chart>/.exec(xml)?.[1] ?? '',
    description,
    categories: points(/<c:cat>.*?<\/c:cat>/s.exec(xml)?.[0] ?? '').map((value) => value ?? ''),
    series,
    xml,
  }
}

/** The points of a cache by their place; undefined where there is none. */
function points(xml: string): (string | undefined)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0)
  const found: (string | undefined)[] = Array.from({ length: count })
  for (const [, at, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v><\/c:pt>/g)) {
    found[Number(at)] = inPlain(value ?? '')
  }
  return found
}

function cellsOf(sheet: string): Map<string, string> {
  return new Map(
    [...sheet.matchAll(/<c r="(\w+)"><v>([^<]*)<\/v><\/c>/g)].map(([, at = '', value = '']) => [at, value]),
  )
}

function runs(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => inPlain(text ?? ''))
}

async function textOf(zip: JSZip, name: string): Promise<string> {
  const part = zip.file(name)
  if (part === null) throw new Error(`no part ${name}`)
  return part.async('string')
}

function inPlain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1])
}

/** The names of the elements directly inside each element of this name, in their order. */
export function childrenOf(xml: string, name: string): string[][] {
  const found: string[][] = []
  const open: { readonly name: string; readonly children: string[] }[] = []
  for (const [, slash, tag = '', end] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (slash === '/') {
      const closed = open.pop()
      if (closed?.name === name) found.push(closed.children)
      continue
    }
    open.at(-1)?.children.push(tag)
    if (end !== '/') open.push({ name: tag, children: [] })
  }
  return found
}

/** LibreOffice: the one that `SOFFICE_PATH` names, else the one on the path. */
const SOFFICE = process.env['SOFFICE_PATH'] ?? 'soffice'

/**
 * Lets LibreOffice open a presentation and write it as PDF; undefined when it is not there, or is there without the
 * part that knows presentations.
 */
export function presentationAsPdf(file: Uint8Array): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'meervoud-deck-'))
  try {
    writeFileSync(join(folder, 'deck.pptx'), file)
    const home = `-env:UserInstallation=file://${folder}/home`
    const done = spawnSync(SOFFICE, [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, 'deck.pptx'], {
      cwd: folder,
      timeout: 90_000,
    })
    if (done.error) return undefined
    return readFileSync(join(folder, 'deck.pdf'))
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
