import { expect, test } from 'vitest'
import { article, checkArticle, checkFolder, FILE, markdown, site, yaml } from '#tests/fixtures/content.ts'

test('links of a caption and of corrections are checked in their fields', async () => {
  const over = {
    image: '{ src: /media/dot.png, alt: A dot, credit: Us, caption: "See [this](/nowhere)." }',
    corrections: '[{ date: 2022-04-03T09:00:00Z, text: "See https://broadsheet.example/no." }]',
  }
  expect(await checkArticle(over)).toEqual([
    '8:64 error the link to "/nowhere" leads nowhere: no section, page or edition has that name dead-link',
    '9:51 error the link to "https://broadsheet.example/no" leads nowhere: no section, page or edition has that name dead-link',
  ])
})

test('links of site.yaml and of authors are checked in their fields', async () => {
  const problems = await checkFolder({
    'site.yaml': site({
      promotion: '{ title: a, text: b, label: c, link: /abuot }',
      navigation: '[{ label: a, link: /world }, { label: b, link: /wrold }]',
    }),
    'authors/amy-march.md': markdown({ name: 'Amy', links: '[{ label: a, url: /nowhere }]' }),
    [FILE]: article(),
  })
  expect(problems.map((line) => line.replace(/ leads nowhere.* /, ' '))).toEqual([
    'authors/amy-march.md:3:26 error the link to "/nowhere" dead-link',
    'site.yaml:8:49 error the link to "/abuot" dead-link',
    'site.yaml:9:60 error the link to "/wrold" dead-link',
  ])
})

test('a relative link starts from the address of its page', async () => {
  const parts = {
    'authors/amy-march.md': markdown({ name: 'Amy' }, '[Jo](jo-march), [about](../about)\n'),
    'pages/about.md': markdown({ title: 'About' }, '[The station](world/station), [Jo](authors/jo-march)\n'),
    'sections/world.md': markdown(
      { title: 'World', description: 'b' },
      '[The station](world/station), [about](about)\n',
    ),
  }
  expect(await checkFolder(parts)).toEqual([])
})

test('sections, pages and editions share the first part of an address', async () => {
  const page = markdown({ title: 'A page' })
  const section = markdown({ title: 'A section', description: 'b' })
  expect(await checkFolder({ 'pages/world.md': page, 'pages/uk.md': page, 'sections/uk.md': section })).toEqual([
    'pages/uk.md:1:1 error "uk" is a section too, and both would be at /uk duplicate-slug',
    'pages/uk.md:1:1 error "uk" is an edition too, and both would be at /uk duplicate-slug',
    'pages/world.md:1:1 error "world" is a section too, and both would be at /world duplicate-slug',
    'site.yaml:7:55 error "uk" is a section too, and both would be at /uk duplicate-slug',
  ])
})

test.each(['sections', 'pages'])('a name that the site needs cannot be used in %s', async (folder) => {
  const problems = await checkFolder({ [`${folder}/authors.md`]: markdown({ title: 'A', description: 'b' }) })
  expect(problems).toEqual([
    `${folder}/authors.md:1:1 error "authors" is a name that the site needs itself; rename the file reserved-slug`,
  ])
})

test('an edition needs a name of its own that is free', async () => {
  const editions = '[{ slug: us, name: US }, { slug: us, name: US }, { slug: media, name: M }]'
  expect(await checkFolder({ 'site.yaml': site({ editions }) })).toEqual([
    'site.yaml:7:44 error the edition "us" is listed twice duplicate-slug',
    'site.yaml:7:68 error "media" is a name that the site needs itself reserved-slug',
  ])
})

test('a selection may only name what there is', async () => {
  const selection = '{ sections: [wrold], topics: [spcae], kinds: [newz], editions: [usa] }'
  const newsletter = markdown({ title: 'a', description: 'b', schedule: 'daily 06:30', selection })
  const problems = await checkFolder({ 'newsletters/noon.md': newsletter, [FILE]: article({ topics: '[space]' }) })
  expect(problems.map((line) => line.replace('newsletters/noon.md:', ''))).toEqual([
    '5:25 error section "wrold" has no file in sections/ (did you mean "world"?) unknown-section',
    '5:42 error no article has the topic "spcae" (did you mean "space"?) unknown-topic',
    '5:58 error there is no kind "newz" (did you mean "news"?) unknown-kind',
    '5:76 error edition "usa" is not in site.yaml (did you mean "us"?) unknown-edition',
  ])
})

test('a front places stories and sections that there are', async () => {
  const good = yaml({ lead: 'station', second: '[station]', blocks: '[world, science]' })
  expect(await checkFolder({ 'fronts/home.yaml': good, 'fronts/uk.yaml': good, 'fronts/world.yaml': good })).toEqual([])
  const bad = yaml({ lead: 'statoin', second: '[station, x]', blocks: '[wrold]', third: '[station]' })
  expect(await checkFolder({ 'fronts/home.yaml': bad })).toEqual([
    'fronts/home.yaml:1:7 error there is no article "statoin" (did you mean "station"?) unknown-article',
    'fronts/home.yaml:2:19 error there is no article "x" unknown-article',
    'fronts/home.yaml:3:10 error section "wrold" has no file in sections/ (did you mean "world"?) unknown-section',
    'fronts/home.yaml:4:1 error unknown field "third" unknown-field',
  ])
})

test('a front belongs to the home page, an edition or a section', async () => {
  expect(await checkFolder({ 'fronts/us.yaml': '', 'fronts/front.yaml': '' })).toEqual([
    'fronts/front.yaml:1:1 error a front is named "home", or for an edition or a section; there is none called "front" unknown-edition',
    'fronts/us.yaml:1:1 error the first edition\'s front is "home"; there is none called "us" unknown-edition',
  ])
})

test('while site.yaml cannot be read, no other file is blamed for what it lists', async () => {
  const used = { [FILE]: article({ edition: 'uk', kind: 'live', dek: null }), 'fronts/uk.yaml': '' }
  expect(await checkFolder({ ...used, 'site.yaml': 'name: [' })).toEqual([
    expect.stringMatching(/^site\.yaml:1:8 error YAML: .* yaml$/),
  ])
  expect(await checkFolder({ ...used, 'site.yaml': site({ editions: 'uk', kinds: '{ live: Live }' }) })).toEqual([
    'site.yaml:7:11 error "editions" must be a list, as in [one, two] invalid-field',
  ])
})

test('site.yaml must be a file', async () => {
  expect(await checkFolder({ 'site.yaml': null, 'site.yaml/x': '' })).toEqual([
    'site.yaml:1:1 error site.yaml is not a file missing-file',
  ])
})

test('the logo and the policies of site.yaml must be there', async () => {
  const problems = await checkFolder({
    'site.yaml': site({ logo: '/media/logo.png', policies: '{ ethics: /about, corrections: /corections }' }),
  })
  expect(problems.map((line) => line.replace(/ leads nowhere.* /, ' '))).toEqual([
    expect.stringMatching(/^site.yaml:9:7 error .*missing-image$/),
    'site.yaml:10:42 error the link to "/corections" dead-link',
  ])
})

test('a publication with newsletters gives an address, which mails must show', async () => {
  const parts = { 'site.yaml': site({ publisher: '{ name: Us }' }) }
  expect(await checkFolder(parts)).toEqual([
    'site.yaml:6:12 warning newsletters must say where their publisher gets letters, as the law of many countries has it; add "address" no-address',
  ])
  expect(await checkFolder({ ...parts, 'newsletters/morning.md': null })).toEqual([])
})
