import { expect, test } from 'vitest'
import { checkFolder, markdown, site, type Yaml } from '#tests/fixtures/content.ts'

const checkSite = async (over: Yaml) =>
  (await checkFolder({ 'site.yaml': site(over) })).map((line) => line.replace('site.yaml:', ''))

test('all that is optional in site.yaml may be given', async () => {
  const over = {
    tagline: 'The paper in plain text',
    publisher: '{ name: Us, email: desk@broadsheet.example, address: "1 Row, Town" }',
    kinds: '{ live: Live }',
    navigation: '[{ label: World, link: /world }, { label: Elsewhere, link: "https://other.example" }]',
    editions: '[{ slug: us, name: Broadsheet US, label: US, locale: en-US }]',
    logo: '/media/dot.png',
    profiles: '["https://social.example/@broadsheet"]',
    policies: '{ ethics: /about, corrections: "https://other.example/corrections" }',
    feeds: 'summary',
    crawlers: '{ GPTBot: disallow, CCBot: allow }',
  }
  expect(await checkSite(over)).toEqual([])
})

test('a publication may do without editions and a promotion', async () => {
  expect(await checkSite({ editions: null, promotion: null })).toEqual([])
})

test.each(['name', 'description', 'url', 'locale', 'timezone', 'publisher'])('%s is required', async (field) => {
  expect(await checkSite({ [field]: null })).toEqual([`1:1 error "${field}" is missing missing-field`])
})

test.each([
  ['url', 'broadsheet.example', '3:6 error "url" must be the http or https address of the site invalid-field'],
  ['url', 'ftp://broadsheet.example', '3:6 error "url" must be the http or https address of the site invalid-field'],
  ['locale', 'en_US', '4:9 error "locale" must be a language tag such as en-US invalid-field'],
  ['timezone', 'Boston', '5:11 error "timezone" must be a time zone such as America/New_York invalid-field'],
  ['publisher', 'Us', '6:12 error "publisher" must be a group of fields, as in { name: value } invalid-field'],
  ['publisher', '{ email: us@b.example }', '6:12 error "name" is missing in publisher missing-field'],
  ['publisher', '{ name: Us, email: us }', '6:31 error "publisher.email" must be a mail address invalid-field'],
  ['editions', '[{ slug: us }]', '7:12 error "name" is missing in editions.0 missing-field'],
  [
    'editions',
    '[{ slug: us, name: US, locale: en_US }]',
    '7:42 error "editions.0.locale" must be a language tag such as en-US invalid-field',
  ],
  ['feeds', 'half', '9:8 error "feeds" must be one of full, summary invalid-field'],
  ['crawlers', '{ GPTBot: maybe }', '9:21 error "crawlers.GPTBot" must be one of allow, disallow invalid-field'],
  ['profiles', '[/about]', '9:12 error "profiles.0" must be an http or https address invalid-field'],
  ['promotion', '{ title: a, text: b, label: c }', '8:12 error "link" is missing in promotion missing-field'],
  [
    'promotion',
    '{ title: a, text: b, label: c, link: "javascript:alert(1)" }',
    '8:49 error "promotion.link" must be an https:// address, a mailto: address or a path such as /about invalid-field',
  ],
  ['kinds', '{ live: "" }', '9:16 error "kinds.live" must not be empty invalid-field'],
  [
    'navigation',
    '[/world]',
    '9:14 error "navigation.0" must be a group of fields, as in { name: value } invalid-field',
  ],
  ['tagine', 'Us', '9:1 error unknown field "tagine" (did you mean "tagline"?) unknown-field'],
])('%s: %s is wrong', async (field, value, problem) => {
  expect(await checkSite({ [field]: value })).toEqual([problem])
})

const GOOD: Readonly<Record<string, Yaml>> = {
  'sections/world.md': { title: 'World', description: 'Abroad.' },
  'series/moon-again.md': { title: 'The Moon', description: 'Again.' },
  'topics/space.md': { title: 'Space', description: 'Up there.' },
  'pages/about.md': { title: 'About', description: 'Us.' },
  'newsletters/morning.md': { title: 'Morning', description: 'Early.', schedule: 'weekdays 18:00', sender: 'Jo' },
}
const checkOther = async (file: string, over: Yaml) =>
  (await checkFolder({ [file]: markdown({ ...GOOD[file], ...over }) })).map((line) => line.replace(`${file}:`, ''))

test.each(Object.keys(GOOD))('%s can be right', async (file) => {
  expect(await checkOther(file, {})).toEqual([])
})

test('a topic needs no field', async () => {
  expect(await checkOther('topics/space.md', { title: null, description: null })).toEqual([])
})

test.each([
  ['sections/world.md', 'title', null, '1:1 error "title" is missing missing-field'],
  ['sections/world.md', 'description', null, '1:1 error "description" is missing missing-field'],
  ['sections/world.md', 'order', 'first', '4:8 error "order" must be a number invalid-field'],
  ['series/moon-again.md', 'description', null, '1:1 error "description" is missing missing-field'],
  ['pages/about.md', 'title', null, '1:1 error "title" is missing missing-field'],
  ['newsletters/morning.md', 'schedule', null, '1:1 error "schedule" is missing missing-field'],
  ['topics/space.md', 'name', 'Space', '4:1 error unknown field "name" unknown-field'],
])('%s: %s as %s is wrong', async (file, field, value, problem) => {
  expect(await checkOther(file, { [field]: value })).toEqual([problem])
})

test.each([
  'daily',
  'daily 25:00',
  'daily 6:30',
  'weekly 08:00',
  'weekly someday 08:00',
  'monthly 08:00',
  'Daily 08:00',
])('%s is no schedule', async (schedule) => {
  expect(await checkOther('newsletters/morning.md', { schedule })).toEqual([
    '4:11 error "schedule" must be such as "daily 06:30", "weekdays 18:00" or "weekly sunday 08:00" invalid-field',
  ])
})

test.each(['Jo <jo@broadsheet.example>', 'jo@broadsheet.example'])('%s is no name of a sender', async (sender) => {
  expect(await checkOther('newsletters/morning.md', { sender })).toEqual([
    '5:9 error "sender" must be a name, without a mail address invalid-field',
  ])
})

test.each([
  ['{ limit: 0 }', '6:21 error "selection.limit" must be at least 1 invalid-field'],
  ['{ limit: 51 }', '6:21 error "selection.limit" may be at most 50 invalid-field'],
  ['{ limit: 2.5 }', '6:21 error "selection.limit" must be a whole number invalid-field'],
  [
    '{ order: newst }',
    '6:21 error "selection.order" must be one of newest, front, most-read (did you mean "newest"?) invalid-field',
  ],
  ['{ section: world }', '6:14 error unknown field "section" in selection (did you mean "sections"?) unknown-field'],
])('a selection of %s is wrong', async (selection, problem) => {
  expect(await checkOther('newsletters/morning.md', { selection })).toEqual([problem])
})
