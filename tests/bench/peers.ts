import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from './client.ts'
import { NotMeasured } from './row.ts'
import { freePort, Site } from './site.ts'
import type { Workspace } from './workspace.ts'

/** Next's own server with one page, prerendered when it is built, that has a given HTML document's body. */
export async function startNext(workspace: Workspace, html: string): Promise<Site> {
  const modules = path.join(await workspace.project(), 'node_modules')
  const folder = workspace.scratch('next')
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? html
  const files = {
    'package.json': '{ "private": true }',
    // Packages are those of the project, so the root has to hold both.
    'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(workspace.folder)} } }`,
    'app/body.json': JSON.stringify(body),
    'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
    'app/page.jsx': `import html from './body.json'
      export const dynamic = 'force-static'
      export default () => <div dangerouslySetInnerHTML={{ __html: html }} />`,
  }
  mkdirSync(path.join(folder, 'app'))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  const next = path.join(modules, 'next/dist/bin/next')
  const env = { NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Next could not build its page:\n${stdout}${stderr}`)
  return Site.run(next, { cwd: folder, env, port: await freePort(), args: ['start'] })
}

/** Where nginx serves the same bytes from files. */
export interface Nginx extends AsyncDisposable {
  readonly identity: string
  readonly brotli: string
}

/** nginx with one worker and a page's bytes as files. @throws {NotMeasured} where there is none */
export async function startNginx(workspace: Workspace, identity: Buffer, brotli: Buffer): Promise<Nginx> {
  if (spawnSync('nginx', ['-v']).error) throw new NotMeasured('nginx is not installed (Debian: apt-get install nginx).')
  const folder = workspace.scratch('nginx')
  const port = await freePort()
  writeFileSync(path.join(folder, 'identity.html'), identity)
  writeFileSync(path.join(folder, 'brotli.html'), brotli)
  writeFileSync(path.join(folder, 'nginx.conf'), nginxConfig(folder, port))
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' })
  process.once('exit', () => child.kill())
  const url = `http://127.0.0.1:${port}`
  using client = new Client(url)
  const answers = () =>
    client.ask('/identity.html').then(
      ({ status }) => status === 200,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`)
    await sleep(20)
  }
  return {
    identity: `${url}/identity.html`,
    brotli: `${url}/brotli.html`,
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}

/** As an operator would set it for static files; no access log, since ours has none either. */
function nginxConfig(folder: string, port: number): string {
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp;`)
  return `${user} worker_processes 1; daemon off; pid nginx.pid; error_log error.log;
    events { worker_connections 1024; }
    http {
      ${temporary.join(' ')}
      types { text/html html; }
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
      server {
        listen 127.0.0.1:${port};
        root ${JSON.stringify(folder)};
        location = /brotli.html { add_header Content-Encoding br; }
      }
    }`
}
