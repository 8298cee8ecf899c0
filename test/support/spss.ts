/** A word of SPSS syntax: a name or keyword, a number, a text in quotes, or a sign. */
export interface SpssToken {
  readonly kind: 'word' | 'number' | 'text' | 'sign'
  readonly value: string
}

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)(?![\w])|([A-Za-z@#$][\w.@#$]*)|([/=(),+;*<>-]))/y
/** In batch mode a line is read as far as this. */
const MOST_LINE = 256

/**
 * Takes SPSS syntax apart into commands, as strictly as batch mode reads it: a command begins in the first column and
 * ends with a full stop at the end of a line, what goes on is set in, and no line is longer than 256 bytes.
 *
 * @throws {Error} the syntax breaks one of these rules.
 */
export function spssCommands(syntax: string): SpssToken[][] {
  const lines = syntax.replace(/^\ufeff/, '').split('\r\n')
  const commands: string[] = []
  let open: string | undefined
  for (const line of lines) {
    if (Buffer.byteLength(line) > MOST_LINE) throw new Error(`a line has more than ${MOST_LINE} bytes: ${line}`)
    if (line.trim() === '') {
      if (open !== undefined) throw new Error(`an empty line ends a command too early: ${open}`)
      continue
    }
    const isSetIn = line.startsWith(' ')
    if (open === undefined ? isSetIn : !isSetIn) throw new Error(`this line begins in the wrong column: ${line}`)
    open = open === undefined ? line : `${open}\n${line}`
    if (!line.endsWith('.')) continue
    commands.push(open.slice(0, -1))
    open = undefined
  }
  if (open !== undefined) throw new Error(`this command does not end: ${open}`)
  return commands.filter((command) => !command.startsWith('*')).map(tokensOf)
}

function tokensOf(command: string): SpssToken[] {
  const tokens: SpssToken[] = []
  TOKEN.lastIndex = 0
  while (command.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(command)
    if (found === null) throw new Error(`this is no word of the language: ${command.slice(at, at + 40)}`)
    const [, single, double, number, word, sign] = found
    if (single !== undefined) tokens.push({ kind: 'text', value: single.replaceAll("''", "'") })
    else if (double !== undefined) tokens.push({ kind: 'text', value: double.replaceAll('""', '"') })
    else if (number !== undefined) tokens.push({ kind: 'number', value: number })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else tokens.push({ kind: 'sign', value: sign ?? '' })
  }
  return joined(tokens)
}

/** Texts with a `+` between them are one text. */
function joined(tokens: readonly SpssToken[]): SpssToken[] {
  const whole: SpssToken[] = []
  for (const token of tokens) {
    const [before, last] = [whole.at(-2), whole.at(-1)]
    if (token.kind === 'text' && last?.value === '+' && before?.kind === 'text') {
      whole.splice(-2, 2, { kind: 'text', value: before.value + token.value })
    } else whole.push(token)
  }
  return whole
}
