import type { CSSProperties } from 'react'

/** The site's palette, in the only form that all mail programs read; none of it is pure black or white. */
const LIGHT = {
  paper: '#fbf9f4',
  wash: '#f2eee5',
  ink: '#1b1917',
  quiet: '#5d5851',
  hair: '#d8d2c6',
  accent: '#b3240f',
}
const DARK = { paper: '#171614', wash: '#211f1c', ink: '#ebe7df', quiet: '#aca59b', hair: '#4a463f', accent: '#ff8b70' }

/** How wide a mail is at most, in pixels. */
export const WIDTH = 600

const SERIF = 'Georgia,"Times New Roman",serif'
const SANS = 'Arial,Helvetica,sans-serif'

const words = (size: number, line: number, over: CSSProperties = {}): CSSProperties => ({
  margin: 0,
  fontFamily: SANS,
  fontSize: `${size}px`,
  lineHeight: `${line}px`,
  color: LIGHT.ink,
  ...over,
})
const serif = (size: number, line: number, over: CSSProperties = {}): CSSProperties =>
  words(size, line, { fontFamily: SERIF, ...over })

/** Styles that stand in the elements themselves, since some programs know no others. */
export const STYLE = {
  page: { margin: 0, padding: 0 },
  paper: { backgroundColor: LIGHT.paper },
  gutter: { padding: '24px 16px' },
  masthead: serif(36, 42, { fontWeight: 700, letterSpacing: '-0.5px', margin: '14px 0 10px' }),
  rule: { borderTop: `3px double ${LIGHT.ink}`, fontSize: 0, lineHeight: 0 },
  hair: { borderTop: `1px solid ${LIGHT.hair}`, fontSize: 0, lineHeight: 0 },
  kicker: words(12, 16, { color: LIGHT.accent, fontWeight: 700, letterSpacing: '0.8px', textTransform: 'uppercase' }),
  lead: serif(30, 36, { fontWeight: 700, margin: '4px 0 8px' }),
  headline: serif(21, 27, { fontWeight: 700, margin: '2px 0 4px' }),
  leadDek: serif(18, 27),
  dek: serif(16, 24),
  quiet: words(14, 20, { color: LIGHT.quiet }),
  signature: words(14, 20, { color: LIGHT.quiet, margin: '6px 0 0' }),
  box: { backgroundColor: LIGHT.wash },
  boxed: { padding: '18px 20px' },
  boxHeadline: serif(21, 27, { fontWeight: 700, margin: '12px 0 2px' }),
  boxHead: words(14, 20, { fontWeight: 700 }),
  text: serif(17, 26),
  link: { color: LIGHT.ink, textDecoration: 'underline' },
  plain: { color: LIGHT.ink, textDecoration: 'none' },
  address: { color: LIGHT.quiet, textDecoration: 'underline', wordBreak: 'break-all' },
  quietLink: { color: LIGHT.quiet, textDecoration: 'underline' },
  pictureLink: words(14, 20, { textDecoration: 'none' }),
  picture: { width: '100%', height: 'auto' },
  button: { backgroundColor: LIGHT.ink, padding: '13px 26px' },
  buttonLink: words(16, 22, { color: LIGHT.paper, fontWeight: 700, textDecoration: 'none' }),
} satisfies Record<string, CSSProperties>

const COLOURS = [
  ['ink', 'color', DARK.ink],
  ['quiet', 'color', DARK.quiet],
  ['accent', 'color', DARK.accent],
  ['wash', 'background-color', DARK.wash],
  ['hair', 'border-color', DARK.hair],
  ['rule', 'border-color', DARK.ink],
  ['button', 'background-color', DARK.ink],
  ['on-button', 'color', DARK.paper],
] as const

const darkRules = (prefix: string) =>
  COLOURS.map(([name, property, value]) => `${prefix}.${name}{${property}:${value}!important}`).join('')

/**
 * What else is said where style sheets are taken: colours in the dark, which Outlook on the web marks by an attribute, and
 * less space at the sides on a phone.
 * @see https://www.caniemail.com/features/css-at-media-prefers-color-scheme/
 */
export const SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `body{margin:0;padding:0;background-color:${LIGHT.paper}}`,
  '@media (max-width:480px){.masthead{font-size:30px!important;line-height:36px!important}',
  '.lead{font-size:26px!important;line-height:32px!important}}',
  `@media (prefers-color-scheme:dark){body,.paper{background-color:${DARK.paper}!important}${darkRules('')}}`,
  `[data-ogsb] .paper{background-color:${DARK.paper}!important}${darkRules('[data-ogsc] ')}`,
].join('')
