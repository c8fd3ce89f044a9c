// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { show } from '#tests/fixtures/show.ts'
import { picture } from '#tests/fixtures/stories.ts'
import { Picture } from './picture.tsx'

const image = (node: React.ReactNode) => show(node).getByRole('img')

test('has its size, its words and no style of its own', () => {
  const img = image(<Picture picture={picture()} sizes="94vw" />)
  expect(img).toHaveProperty('alt', 'A station over the Earth')
  expect(img.getAttribute('width')).toBe('1600')
  expect(img.getAttribute('height')).toBe('900')
  expect(img.hasAttribute('style')).toBe(false)
})

test('offers its widths for the room it has', () => {
  const img = image(<Picture picture={picture()} sizes="94vw" />)
  expect(img.getAttribute('sizes')).toBe('94vw')
  expect(img.getAttribute('srcset')).toContain('640w')
})

test('waits until it is near, unless it is the first of the page', () => {
  expect(image(<Picture picture={picture()} sizes="94vw" />).getAttribute('loading')).toBe('lazy')
  const first = image(<Picture picture={picture()} sizes="94vw" first />)
  expect(first.getAttribute('loading')).toBe('eager')
  expect(first.getAttribute('fetchpriority')).toBe('high')
})

test('keeps the point of interest in a crop, to five percent', () => {
  const img = image(<Picture picture={picture({ focus: { x: 38, y: 101 } })} sizes="94vw" crop="photo" />)
  expect(img.classList).toContain('fx-40')
  expect(img.classList).toContain('fy-100')
})

test('is not cut at all when shown whole', () => {
  const img = image(<Picture picture={picture({ focus: { x: 40, y: 30 } })} sizes="94vw" />)
  expect(img.className).not.toMatch(/fx-|aspect/)
})
