import { buildSite } from './build/build-site.ts'
import { builtSummary } from './build/built-facts.ts'
import { runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run build [-- --verbose]

Builds the site and its search index into dist/.

  --verbose   show what Astro says
  --help      show this

SITE_URL and SITE_BASE, when set, win over the address in content/site.yaml.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: { verbose: { type: 'boolean', default: false } },
    async main({ verbose }) {
      await step(
        'Build the site',
        (tell) => buildSite('.', { onLine: verbose ? (line) => console.log(line) : tell }),
        builtSummary,
      )
      return 0
    },
  })
}
