/** What is read of a register of business parks, by column. */
export const PARK_COLUMNS = ['name', 'code', 'municipality', 'number', 'asOf', 'gross', 'net', 'kind'] as const
/** One of them. */
export type ParkColumn = (typeof PARK_COLUMNS)[number]

/** What columns are called, without spaces, signs and capitals; the national register's own names first. */
const NAMES: Readonly<Record<ParkColumn, readonly string[]>> = {
  name: ['naam', 'naamterrein', 'terreinnaam', 'bedrijventerrein', 'plannaam', 'name', 'park'],
  code: ['gemeentecode', 'gmcode', 'gemcode', 'codegemeente', 'municipalitycode'],
  municipality: ['gemeente', 'gemeentenaam', 'naamgemeente', 'municipality'],
  number: ['rin', 'rinnummer', 'rinnr', 'ibisnummer', 'registernummer', 'registernumber'],
  asOf: ['jaar', 'peiljaar', 'peildatum', 'year', 'asof'],
  gross: [
    'habruto',
    'brutoha',
    'bruto',
    'oppervlaktebruto',
    'brutooppervlakte',
    'brutohectare',
    'hectaresgross',
    'grossha',
  ],
  net: ['hanetto', 'nettoha', 'netto', 'oppervlaktenetto', 'nettooppervlakte', 'nettohectare', 'hectaresnet', 'netha'],
  kind: ['type', 'typewerkmilieu', 'werkmilieu', 'soort', 'kind', 'milieutype'],
}

/** Where each column of a file is. */
export interface ParkHeader {
  readonly places: Readonly<Partial<Record<ParkColumn, number>>>
  readonly missing: readonly ParkColumn[]
  /** Columns that are not read, as the file calls them. */
  readonly passedOver: readonly string[]
  /** The first name that two columns have. */
  readonly twice: string | undefined
}

/** Finds the columns of a file in its first line; of two with one name the first counts. */
export function readParkHeader(cells: readonly string[]): ParkHeader {
  const places: Partial<Record<ParkColumn, number>> = {}
  const passedOver: string[] = []
  let twice: string | undefined
  for (const [place, cell] of cells.entries()) {
    const column = columnOf(cell)
    if (column === undefined) passedOver.push(cell.trim())
    else if (places[column] !== undefined) twice ??= cell.trim()
    else places[column] = place
  }
  const missing = PARK_COLUMNS.filter((column) => places[column] === undefined)
  return { places, missing, passedOver: passedOver.filter((name) => name !== ''), twice }
}

function columnOf(cell: string): ParkColumn | undefined {
  const plain = cell.toLowerCase().replaceAll(/[^a-z]/g, '')
  return PARK_COLUMNS.find((column) => NAMES[column].includes(plain))
}
