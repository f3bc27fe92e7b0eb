// The rooms of `src`, from the ground up. A file imports from its own room and from the floors below, never from a room
// on the same floor. A new room gets its place here first.
const floors = [
  ['browser'],
  ['model'],
  ['text'],
  ['similarity'],
  ['rules'],
  ['intake'],
  ['content'],
  ['site', 'content.config'],
  ['search', 'exports', 'desk'],
  ['suggest'],
  ['map', 'book'],
  ['components'],
  ['layouts'],
  ['pages'],
]
// These also run in the browser.
const browserRooms = ['browser', 'model', 'text', 'similarity', 'rules', 'intake', 'suggest']
// Astro alone runs these.
const astroFiles = [
  'content/loader',
  'content/catalog',
  'content.config',
  'components',
  'layouts',
  'pages',
]

/** A pattern for the files of rooms; a room is a folder or a single file. Its first group is the room's name. */
const filesOf = (rooms) => `^src/(${rooms.join('|').replaceAll('.', '\\.')})(?:/|\\.ts$)`
const tests = '\\.test\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'circle',
      comment:
        'Files must not import each other in a circle, types included. Move what both need into one of them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...floors.map((rooms, floor) => ({
      name: `above-${rooms.join('-')}`,
      comment:
        'Imports run one way. Import from the floors below only; .dependency-cruiser.mjs lists them.',
      severity: 'error',
      from: { path: filesOf(rooms), pathNot: tests },
      to: {
        path: [filesOf(floors.slice(floor).flat()), '^scripts/'],
        pathNot: '^src/$1(?:/|\\.ts$)',
      },
    })),
    {
      name: 'unknown-room',
      comment: 'This room has no place yet. Add it to the floors in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/', pathNot: [filesOf(floors.flat()), tests] },
      to: {},
    },
    {
      name: 'loader-by-astro-only',
      comment:
        'Only src/content.config.ts hands the loaders to Astro. Ask src/content/catalog.ts for the content.',
      severity: 'error',
      from: { path: '^src/', pathNot: [filesOf(['content.config']), tests] },
      to: { path: filesOf(['content/loader']) },
    },
    {
      name: 'scripts-without-astro',
      comment: 'Commands run without Astro. Ask src/content/read.ts for the content.',
      severity: 'error',
      from: { path: ['^scripts/', '^[^/]+$'], pathNot: tests },
      to: { path: filesOf(astroFiles) },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'This room also runs in the browser. Take what you need as an argument.',
      severity: 'error',
      from: { path: filesOf(browserRooms), pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'collections-by-catalog-only',
      comment: 'Only the catalog asks Astro for collections. Ask src/content/catalog.ts.',
      severity: 'error',
      from: { pathNot: filesOf(['content/catalog', 'content.config']) },
      to: { path: '^astro:content$' },
    },
    {
      name: 'undeclared-package',
      comment: 'Name the package in package.json, at the version in the lock file.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
  },
}
