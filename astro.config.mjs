import { resolve } from 'node:path'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { mdxOptions } from './src/content/mdx.ts'
import { loadSite } from './src/content/read.ts'
import { offline } from './src/desk/offline/integration.ts'
import { exports } from './src/exports/integration.ts'
import { search } from './src/search/integration.ts'

const site = loadSite()

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  integrations: [mdx(mdxOptions), exports(), search(), offline()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          // Every page needs these; in one file they weigh a fifth less.
          codeSplitting: {
            groups: [
              {
                name: 'desk',
                test: /src\/desk\/(?:desk|element|marks|own|start|store|voice|offline\/register)\.ts$/,
              },
            ],
          },
        },
        onLog(level, log, handle) {
          // Astro marks MDX so for its own use; to whoever builds the site the remark says nothing.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
        },
      },
    },
    // Tests and measurements build copies of the project there.
    server: { watch: { ignored: [`${resolve('.cache').replaceAll('\\', '/')}/**`] } },
  },
})
