import localFont from 'next/font/local'

/**
 * The only two font files of a page; both are variable in weight and hold just the characters the locale needs. They are
 * used when they are there at once, as they are from the second page on, and else not on this page: nothing waits for
 * them, and nothing moves when they come.
 */
export const newsreader = localFont({
  src: './fonts/newsreader.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'optional',
  preload: false,
  variable: '--font-serif',
  adjustFontFallback: 'Times New Roman',
  declarations: [{ prop: 'font-family', value: 'newsreader' }],
})

export const publicSans = localFont({
  src: './fonts/public-sans.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'optional',
  preload: false,
  variable: '--font-sans',
  adjustFontFallback: 'Arial',
  declarations: [{ prop: 'font-family', value: 'publicSans' }],
})
