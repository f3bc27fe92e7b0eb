import { resolve } from 'node:path'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { defaultClientConditions } from 'vite'
import { mdxOptions } from './src/content/mdx.ts'
import { loadSite } from './src/content/read.ts'
import { offline } from './src/desk/offline/integration.ts'
import { coinsOfEntries, exports } from './src/exports/integration.ts'
import { search } from './src/search/integration.ts'

const site = loadSite()

/** Leads from the root of the development server to the site, where that has a path below it. */
const fromRoot = {
  name: 'from-root',
  hooks: {
    'astro:server:setup': ({ server }) => {
      if (site.base === '/') return
      const handle = (request, response, next) => {
        if (request.url === '/') response.writeHead(302, { Location: site.base }).end()
        else next()
      }
      // Astro puts its own answer for such addresses in front of all others before it listens.
      server.httpServer?.once('listening', () =>
        server.middlewares.stack.unshift({ route: '', handle }),
      )
    },
  },
}

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  integrations: [mdx(mdxOptions), exports(), search(coinsOfEntries), fromRoot, offline()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    // The Suggest page reads and checks papers in a worker, where there is no document.
    worker: { format: 'es' },
    environments: {
      client: { resolve: { conditions: ['worker', ...defaultClientConditions] } },
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // Every page needs these; in one file they weigh a fifth less.
          codeSplitting: {
            groups: [
              {
                name: 'desk',
                test: /src\/(?:desk\/(?:desk|marks|own|start|store|voice|offline\/register)|browser\/element)\.ts$/,
              },
              // These are small, and lists need them. Vite's own helper would else bring the search along.
              {
                name: 'lists',
                test: /vite\/preload-helper|src\/(?:browser\/(?:debounce|dom|save-file)|search\/found|model\/(?:authors|count|venue))\.ts$/,
              },
              // What reads identifiers would be fetched by itself, and one step after the search that needs it.
              { name: 'view', test: /src\/(?:search\/(?:filters|view)|model\/identifier)\.ts$/ },
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
