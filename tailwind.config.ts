import type { Config } from 'tailwindcss'

/** Steps of the modular scale, ratio 1.2 on 1rem; `step(1)` is the body text, 19.2px at the browser's own size. */
const step = (n: number) => `${(1.2 ** n).toFixed(3)}rem`

/** A size that grows with the screen: full at 80rem, and the given number of steps smaller on 20rem. */
function fluid(n: number, fall: number, lineHeight: string, letterSpacing: string): [string, Record<string, string>] {
  const [small, large] = [1.2 ** (n - fall), 1.2 ** n]
  const slope = (large - small) / 60
  const size = `clamp(${small.toFixed(3)}rem, ${(small - slope * 20).toFixed(3)}rem + ${(slope * 100).toFixed(3)}vw, ${large.toFixed(3)}rem)`
  return [size, { lineHeight, letterSpacing }]
}

export default {
  theme: {
    screens: { sm: '40rem', md: '48rem', lg: '64rem', xl: '80rem' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: 'var(--paper)',
      wash: 'var(--wash)',
      ink: 'var(--ink)',
      quiet: 'var(--quiet)',
      hair: 'var(--hair)',
      inverse: 'var(--inverse)',
      'inverse-ink': 'var(--inverse-ink)',
      accent: 'var(--accent)',
      tint: 'var(--tint)',
    },
    fontFamily: {
      serif: 'var(--serif)',
      sans: 'var(--sans)',
    },
    fontSize: {
      micro: [step(-1.5), { lineHeight: '1.35' }],
      small: [step(-1), { lineHeight: '1.4' }],
      base: [step(0), { lineHeight: '1.5' }],
      body: fluid(1, 0.5, '1.55', '0'),
      d1: [step(1), { lineHeight: '1.2', letterSpacing: '-0.005em' }],
      d2: fluid(2, 0.75, '1.17', '-0.01em'),
      d3: fluid(3, 1, '1.14', '-0.012em'),
      d4: fluid(4, 1.5, '1.12', '-0.015em'),
      d5: fluid(5, 2, '1.1', '-0.018em'),
      d6: fluid(6, 2, '1.08', '-0.02em'),
      d7: fluid(7, 2, '1.05', '-0.022em'),
      d8: fluid(9, 2, '1', '-0.03em'),
    },
    extend: {
      maxWidth: { page: '78rem', measure: '35rem' },
    },
  },
} satisfies Config
