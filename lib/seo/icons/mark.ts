import sharp from 'sharp'
import { PAPER } from '../paper.ts'
import { setText } from '../share/text.ts'

const SIDE = 512

/** How much of the mark its letter may take, each way: so much is left of it where platforms cut icons into circles. */
const LETTER = 300

/** At which a capital is about as high as that. */
const TYPE_SIZE = 440

/** A front page: what stands for a name without a letter. */
const FRONT_PAGE = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 32 32">` +
    `<path fill="${PAPER.ink}" d="M0 0h32v32H0z"/>` +
    `<path fill="${PAPER.light}" d="M7 6h18v5H7zM7 14h8v12H7zM17 14h8v2h-8zM17 18h8v2h-8zM17 22h8v2h-8z"/></svg>`,
)

/**
 * The mark of a publication without a logo: the first letter or digit of its name as written, in the paper's serif.
 * It fills a square to its edges.
 * @returns a picture that sharp reads, 512 pixels a side
 * @throws when the fonts are not there
 */
export async function drawMark(name: string): Promise<Buffer> {
  const letter = await setText(/[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? '', {
    family: 'serif',
    size: TYPE_SIZE,
    weight: 600,
    colour: PAPER.light,
  })
  if (letter === null) return FRONT_PAGE
  const input = await sharp(letter.input).resize(LETTER, LETTER, { fit: 'inside', withoutEnlargement: true }).toBuffer()
  return await sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: PAPER.ink } })
    .composite([{ input }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}
