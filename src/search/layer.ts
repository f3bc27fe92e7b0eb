// What is loaded with the index, and not with the page.
export { openIndex } from './pagefind.ts'
export { searchOf } from './search.ts'
export { frontDecode, readWordList } from './word-list.ts'
