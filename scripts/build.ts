import { buildSite } from './build/build-site.ts'
import { sizeSummary } from './build/built-site.ts'
import { runCommand } from './terminal/command.ts'
import { runStep } from './terminal/progress.ts'

const help = `
npm run build [-- --verbose]

Builds the site and its search index into dist/.

  --verbose   show Astro's output
  --help      show this

The variables SITE_URL and SITE_BASE override the address in content/site.yaml.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: { verbose: { type: 'boolean', default: false } },
    async main({ verbose }) {
      await runStep(
        'Build the site',
        (tell) => buildSite('.', { onLine: verbose ? (line) => console.log(line) : tell }),
        sizeSummary,
      )
      return 0
    },
  })
}
