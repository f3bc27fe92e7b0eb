import { describe, expect, it } from 'vitest'
import { noValues } from '../../search/facet.ts'
import { parseListState, writeListState } from './list-state.ts'

// A filtered list that is shared, bookmarked or gone back to must be the same list again.
describe('the address of a filtered list', () => {
  it('is read and written back the same', () => {
    const search = '?topic=safety&kind=survey&year=2024&venue=Findings+of+ACL&has=code&sort=title'
    expect(writeListState(parseListState(search))).toBe(search)
  })

  it('says nothing about the list as it is published', () => {
    expect(writeListState({ chosen: noValues(), order: 'date' })).toBe('')
    expect(parseListState('')).toEqual({ chosen: noValues(), order: 'date' })
  })

  it('leaves out what it does not know, and all but one value of a facet', () => {
    const state = parseListState('?q=x&sort=fame&topic=safety&topic=steering&kind=&__proto__=1')
    expect(state).toEqual({ chosen: { ...noValues(), topic: ['safety'] }, order: 'date' })
  })
})
