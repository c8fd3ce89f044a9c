// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Why } from '#lib/related/stories.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { story } from '#tests/fixtures/stories.ts'
import { Related } from './lists.tsx'

const ref = (title: string) => ({ slug: 'x', title, href: '/x', tint: 1 })

const REASONS: readonly (readonly [Why, string])[] = [
  [{ type: 'picked' }, 'Picked by the editors'],
  [{ type: 'series', series: ref('The Moon, again') }, 'Series: The Moon, again'],
  [{ type: 'story' }, 'Same story'],
  [{ type: 'topic', topic: ref('Space') }, 'More on Space'],
  [{ type: 'section', section: ref('World') }, 'More from World'],
  [{ type: 'alike' }, 'On the same subject'],
]

test('each related story says why it is there, before its headline', () => {
  const stories = REASONS.map(([why], nth) => ({ ...story({ slug: `s-${nth}` }), why }))
  show(<Related stories={stories} place={publication()} />)
  const labels = [...document.querySelectorAll('#related article')].map((card) => card.previousElementSibling)
  expect(labels.map((label) => label?.textContent)).toEqual(REASONS.map(([, text]) => text))
})

test('with no related story there is no list', () => {
  show(<Related stories={[]} place={publication()} />)
  expect(document.getElementById('related')).toBeNull()
})
