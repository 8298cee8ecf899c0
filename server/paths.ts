import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folder that holds package.json: the clone, or the installed package, wherever this file was compiled to. */
export const PACKAGE_ROOT = packageRoot(import.meta.dirname)

/** Instruments and texts that come with the product. */
export const DATA_ROOT = join(PACKAGE_ROOT, 'data')

/** The built web pages. */
export const WEB_ROOT = join(PACKAGE_ROOT, 'dist', 'public')

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`)
  return packageRoot(parent)
}
