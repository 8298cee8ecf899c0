import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { PACKAGE_ROOT } from './paths.ts'

/** Version of the product, from package.json. */
export const PRODUCT_VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'))).version
