import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { PRODUCT_VERSION } from '../../server/version.ts'
import { CommandProcess, run } from './run.ts'

const COMMANDS = [
  ...[
    'serve',
    'migrate',
    'demo',
    'import-answers',
    'export',
    'import',
    'backup',
    'restore',
    'copy',
    'erasures',
    'doctor',
  ],
  ...['operator', 'sign-in-help', 'audit', 'simulate'],
]

describe('the command line', () => {
  test.each(LOCALES)('names every command and every setting in %s', async (locale) => {
    const { code, out } = await run(['--help'], {}, locale)
    expect(code).toBe(0)
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    for (const name of ['PORT', 'DATABASE_URL', 'RETENTION_ANSWERS_MONTHS', 'OIDC_CLIENT_SECRET'])
      expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
  })

  test.each(COMMANDS.flatMap((name) => LOCALES.map((locale) => [name, locale] as const)))(
    'explains %s in %s',
    async (name, locale) => {
      const { code, out, err } = await run([name, '--help'], {}, locale)
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(new RegExp(`^meervoud ${name}`))
      expect(out.split('\n').length).toBeGreaterThan(1)
    },
  )

  test.each([
    ['restore', 'en', /consents of companies/],
    ['restore', 'nl', /toestemmingen van bedrijven/],
    ['erasures', 'en', /consents of companies/],
    ['erasures', 'nl', /toestemmingen van bedrijven/],
  ] as const)('%s says beforehand, in %s, that consents of companies end', async (name, locale, consents) => {
    expect((await run([name, '--help'], {}, locale)).out).toMatch(consents)
  })

  test('refuses a command that it does not know with code 2, in both languages', async () => {
    expect(await run(['fly'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no command "fly". Type "meervoud --help" for the list.',
    })
    expect((await run(['fly'], {}, 'nl')).err).toMatch(/^De opdracht "fly" bestaat niet/)
    expect((await run(['__proto__'])).code).toBe(2)
  })

  test('asks for a command with code 2 when there is none', async () => {
    const { code, out } = await run([])
    expect([code, out.split('\n')[0]]).toEqual([
      2,
      'Meervoud: six capitals side by side. Usage: meervoud <command> [options]',
    ])
  })

  test.each([
    [['export'], '--organisation'],
    [['backup', '--fast'], '--fast'],
    [['doctor', 'please'], 'please'],
    [['migrate', '--dry-run'], '--dry-run'],
    [['migrate', 'later'], 'later'],
    [['restore'], 'exactly one file'],
    [['import-answers', 'a.csv', 'b.csv'], 'exactly one file'],
    [['import-answers', 'a.csv'], '--instrument'],
    [['import-answers', 'a.csv', '--instrument', 'x@1.0.0', '--mode', 'secret'], 'anonymous, open'],
    [['import-answers', 'a.csv', '--instrument', 'x@1.0.0'], '--owner'],
  ])('says with code 2 what is wrong with %j', async (argv, named) => {
    const { code, err } = await run(argv)
    expect(code).toBe(2)
    expect(err).toContain(`meervoud ${argv[0]} --help`)
    expect(err).toContain(named)
  })

  test.each([
    [['backup', '--fast'], 'De optie --fast bestaat hier niet.'],
    [['backup', '-f'], 'De optie -f bestaat hier niet.'],
    [['doctor', 'straks', 'graag'], '"straks" is hier een woord te veel.'],
    [['backup', '--to'], 'Achter de optie --to moet nog iets staan.'],
    [['backup', '--to', '--fast'], 'Achter de optie --to moet nog iets staan.'],
    [['restore', 'a', '--check=yes'], 'Achter de optie --check mag niets staan.'],
  ])('says it of %j in the language of the terminal too', async (argv, sentence) => {
    const { code, err } = await run(argv, {}, 'nl')
    expect([code, err.split('\n')[1]]).toEqual([2, `  ${sentence}`])
  })

  test('a fault of a whole file stands by itself, without the place of it', async () => {
    const { code, err } = await run(['import', join(PACKAGE_ROOT, 'LICENSE'), '--check'])
    expect([code, err.split('\n')[1]]).toEqual([1, expect.stringMatching(/^ {2}This is not a JSON/)])
  })

  test('works as a process, with the language of the terminal and codes that scripts can trust', async () => {
    const [version, help, unknown] = await Promise.all([
      new CommandProcess(['--version'], {}).end(),
      new CommandProcess(['--help'], { LANG: 'nl_NL.UTF-8' }).end(),
      new CommandProcess(['fly'], {}).end(),
    ])
    expect(version).toEqual({ code: 0, out: `${PRODUCT_VERSION}\n`, err: '' })
    expect([help.code, help.out.split('\n')[0]]).toEqual([
      0,
      'Meervoud: zes waarden naast elkaar. Gebruik: meervoud <opdracht> [opties]',
    ])
    expect([unknown.code, unknown.out]).toEqual([2, ''])
  })
})
