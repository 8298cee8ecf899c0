import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { csvOf } from '../../server/export/csv.ts'
import { publicCsv } from '../../server/public-page/files.ts'
import type { PublicPage } from '../../server/services/programme-pages.ts'

/** What runs in a spreadsheet: a sum that can be recognised, a link, a command, a look-up over the network. */
const CALLS = [
  '1+1',
  'SUM(1;1)',
  'SUM(1,1)',
  '2*21',
  'HYPERLINK("http://xss.test/";"x")',
  'HYPERLINK("http://xss.test/","x")',
  'WEBSERVICE("http://xss.test/")',
  "cmd|' /C calc'!A0",
  'DDE("cmd";"/C calc";"x")',
  'MSEXCEL|\\..\\..\\calc.exe!A1',
  "'file:///etc/passwd'#$passwd.A1",
  'IMPORTXML("http://xss.test/";"//a")',
  'A1',
  'NOW()',
  'RAND()',
  'EXEC("calc")',
  'INFO("system")',
  'CELL("filename")',
]
const STARTS = ['=', '+', '-', '@', '==', '=+', '-+', '+-', '+=', '@=', '\uff1d', '\uff0b', '\uff0d', '\uff20']
const BEFORE = [
  '',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  '"',
  "'",
  '";',
  ';=1+1;',
  '\0',
  '\u000b',
  '\u2028',
  ',',
  '\t\t ',
  '" ',
]
const AFTER = ['', '"', ';', '\r\n=1+1']

/** Cells that a spreadsheet might run, each once. */
export function formulaCells(): string[] {
  const cells = STARTS.flatMap((start) =>
    CALLS.flatMap((call) => BEFORE.flatMap((before) => AFTER.map((after) => before + start + call + after))),
  )
  return [...new Set([...cells, ...CALLS, '=', '-', '+', '@', '{=1+1}', '=1+1\t', '-1', '+31612345678'])]
}

/** What a spreadsheet made of it. */
export interface FormulaOutcome {
  readonly cells: number
  /** Formulas in the sheet, and cells that hold the outcome of one. */
  readonly evaluated: number
  /** The same of a file without any protection, so that a spreadsheet that evaluates nothing proves nothing. */
  readonly control: number
}

/** Whether a spreadsheet program is on this machine. */
export async function hasSpreadsheet(): Promise<boolean> {
  return (await run('soffice', ['--version']).catch(() => 1)) === 0
}

/** Opens our CSV with LibreOffice, told to evaluate whatever looks like a formula, and counts the formulas in the sheet. */
export async function openFormulas(cells: readonly string[]): Promise<FormulaOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'meervoud-formulas-'))
  try {
    const safe = csvOf(
      ['id', 'text'],
      cells.map((cell, place) => [place, cell]),
    )
    const bare = `\ufeffid;text\r\n${cells.map((cell, place) => `${place};"${cell.replaceAll('"', '""')}"\r\n`).join('')}`
    const evaluated = await formulasIn(folder, 'safe', safe)
    return {
      cells: 2 * cells.length,
      // What everybody can download of a programme, with names of parks that are formulas.
      evaluated: evaluated + (await formulasIn(folder, 'public', publicCsv(pageOf(cells)))),
      control: await formulasIn(folder, 'control', bare),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A public page of as many parks as there are names, with one figure each. */
function pageOf(names: readonly string[]): PublicPage {
  const texts = { titleNl: '', titleEn: '', aboutNl: '', aboutEn: '', contact: '' }
  const cell = { dimension: 'human', mean: 50, lowOrHigh: null, lower: null, upper: null, reason: null, earlier: null }
  const row = { kind: 'park', tookPart: null, cells: [{ ...cell, n: 5, nReason: null }] } as const
  const none = { periods: [], whoTookPart: null, instrument: null, horizons: [], dimensions: [], perspectives: [] }
  return {
    programme: {
      organisationId: '',
      name: '',
      instrumentId: '',
      licence: '',
      accent: null,
      slug: null,
      shownSince: null,
      revision: 1,
      ...texts,
    },
    figures: {
      release: null,
      horizon: null,
      perspective: null,
      rows: names.map((name, index) => ({ ...row, id: String(index), name })),
      ...none,
    },
    companies: [],
  }
}

async function formulasIn(folder: string, name: string, csv: string): Promise<number> {
  writeFileSync(join(folder, `${name}.csv`), csv)
  const profile = pathToFileURL(join(folder, 'profile')).href
  // Semicolon, quote, UTF-8, from line 1; detect numbers; evaluate formulas.
  const filter = '--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,0,true'
  const to = ['--convert-to', 'fods', '--outdir', folder, join(folder, `${name}.csv`)]
  const code = await run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', filter, ...to])
  if (code !== 0) throw new Error(`soffice ended with ${code}`)
  const sheet = readFileSync(join(folder, `${name}.fods`), 'utf8')
  return [...sheet.matchAll(/table:formula=|<text:a |<table:dde-link|office:value-type="error"/g)].length
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout: 300_000 })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
