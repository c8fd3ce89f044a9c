import { expect, test } from 'vitest'
import { article, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { github, hmac, pushTo, SECRET } from '#tests/fixtures/hooks.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'

const STATION = 'articles/2022/04/station.md'

/** How each host shows that it knows the secret. */
const HOSTS: readonly (readonly [string, (body: string) => Record<string, string>])[] = [
  ['GitHub', (body) => github(body)],
  ['GitLab', () => ({ 'content-type': 'application/json', 'x-gitlab-event': 'Push Hook', 'x-gitlab-token': SECRET })],
  [
    'Gitea',
    (body) => ({ 'content-type': 'application/json', 'x-gitea-event': 'push', 'x-gitea-signature': hmac(body) }),
  ],
]

test('a push is on the page when its hook is answered, by any git host; a forged call changes nothing', async () => {
  await using git = await repositories({ ...WHOLE, [STATION]: article({ title: 'First' }) })
  await using room = await newsroom({}, git.site.content.root)
  const site = await room.start({ HOOK_SECRET: SECRET })
  const call = (body: string, headers: Record<string, string>) =>
    site.get('/hooks/git', { method: 'POST', body, headers })
  const checkedOut = () => git.site.git('rev-parse', 'HEAD')
  let last = { title: 'First', commit: await checkedOut() }
  for (const [host, sign] of HOSTS) {
    const title = `Pushed to ${host}`
    await git.editor.git('pull', '--quiet')
    const commit = await git.editor.publish({ [STATION]: article({ title }) })
    const body = pushTo('main', commit)

    const forged = await call(body, { ...sign(`${body} `), ...(host === 'GitLab' && { 'x-gitlab-token': 'a guess' }) })
    expect(forged.status).toBe(401)
    expect([await checkedOut(), (await site.health()).commit]).toEqual([last.commit, last.commit])
    expect(await site.text('/world/station')).toContain(last.title)

    const answer = await call(body, sign(body))
    expect(await answer.json()).toMatchObject({ from: last.commit, commit, changed: [STATION], problems: [] })
    for (const address of ['/', '/world', '/world/station']) expect(await site.text(address)).toContain(title)
    expect((await site.health()).commit).toBe(commit)
    last = { title, commit }
  }
})
