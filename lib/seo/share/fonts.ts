import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/**
 * Font families in the order in which they are asked for a letter. The names are those within the files, which name a
 * variable font by its lightest cut. What none of them has comes from the fonts of the machine, if it has any.
 */
const FALLBACKS = 'Noto Serif Medium, Frank Ruhl Libre Medium, Noto Naskh Arabic Medium'
export const FAMILIES = {
  serif: `Newsreader 16pt, ${FALLBACKS}`,
  sans: `Public Sans Thin, ${FALLBACKS}`,
  /** Has Hebrew letters and no others. */
  hebrew: 'Frank Ruhl Libre Medium',
} as const

let loading: Promise<void> | undefined

/** Makes the fonts of `app/fonts/share` known, once in a process. @throws when they are not there */
export function loadFonts(): Promise<void> {
  loading ??= load().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<void> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'app/fonts/share')
  const names = await readdir(/* turbopackIgnore: true */ folder)
  // A font is known to the process from the first text that names its file.
  for (const name of names.filter((name) => name.endsWith('.ttf'))) {
    const fontfile = path.join(/* turbopackIgnore: true */ folder, name)
    await sharp({ text: { text: 'x', fontfile } }).metadata()
  }
}
