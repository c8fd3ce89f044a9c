import { parseArgs } from 'node:util'
import { benchCheck } from './check.ts'
import { benchRender } from './render.ts'

const HELP = `Measures what should be fast, each as a ratio to something in the same run.

  npm run bench                         on the sample publication
  npm run bench -- --content DIR        on another content folder
  npm run bench -- --json               data
`

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) process.stdout.write(HELP)
else {
  const rows = [...(await benchCheck(values.content)), ...(await benchRender(values.content))]
  if (values.json) console.log(JSON.stringify(rows, null, 2))
  else console.table(rows)
}
