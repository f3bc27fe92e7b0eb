// The code that is loaded with the index instead of with the page.
export { openIndex } from './pagefind.ts'
export { searchOf } from './search.ts'
export { frontDecode, readWordList } from './word-list.ts'
