import { type Facet, facets } from '../../search/facet.ts'
import type { Membership } from '../../search/membership.ts'
import { type FacetCounts, narrow } from '../../search/narrow.ts'
import { type Group, groupEntries, type Sortable } from './groups.ts'
import { type ListState, parseListState, writeListState } from './list-state.ts'

interface Item extends Sortable {
  element: HTMLLIElement
}

/** An entry's facts as the page holds them. */
function itemOf(element: HTMLLIElement): Item {
  const { year = '', venue = '' } = element.dataset
  return { element, title: element.querySelector('a')?.textContent ?? '', year, venue }
}

function membershipOf(items: readonly Item[]): Membership {
  const membership = Object.fromEntries(
    facets.map((facet) => [facet, new Map<string, Set<number>>()]),
  ) as Membership
  for (const [place, { element }] of items.entries()) {
    for (const facet of facets) {
      const value = element.dataset[facet]
      if (!value) continue
      // A venue's name may have spaces; every other value is a word.
      for (const one of facet === 'venue' ? [value] : value.split(' ')) {
        const members = membership[facet].get(one)
        if (members) members.add(place)
        else membership[facet].set(one, new Set([place]))
      }
    }
  }
  return membership
}

function groupElement({ heading, items }: Group<Item>): HTMLElement {
  const section = document.createElement('section')
  section.className = 'group'
  const title = document.createElement('h2')
  title.textContent = heading
  const entries = document.createElement('ul')
  entries.className = 'entries'
  entries.append(...items.map(({ element }) => element))
  section.append(title, entries)
  return section
}

function countText(left: number, all: number): string {
  if (left === all) return `${all} papers`
  if (left === 0) return 'No paper matches all of this.'
  return `${left} of ${all} papers`
}

/** What the controls say. */
function stateOf(controls: HTMLElement): ListState {
  const said = new URLSearchParams()
  for (const select of controls.querySelectorAll('select')) said.append(select.name, select.value)
  for (const box of controls.querySelectorAll<HTMLInputElement>('input:checked'))
    said.append(box.name, box.value)
  return parseListState(said.toString())
}

/** Makes the controls say what the state says; a value that the list does not have is left out. */
function fill(controls: HTMLElement, { chosen, order }: ListState): void {
  for (const select of controls.querySelectorAll('select')) {
    select.value = select.name === 'sort' ? order : (chosen[select.name as Facet][0] ?? '')
    if (select.selectedIndex < 0) select.value = ''
  }
  for (const box of controls.querySelectorAll<HTMLInputElement>('input'))
    box.checked = chosen[box.name as Facet].includes(box.value)
}

/** Brings a list's controls to life: what they say, the address says, and what is left out leaves the document. */
function enhance(controls: HTMLElement, list: HTMLElement): void {
  const items = [...list.querySelectorAll<HTMLLIElement>('li[data-entry]')].map(itemOf)
  const membership = membershipOf(items)
  const places = [...items.keys()]
  const status = controls.querySelector('[role=status]')
  const showAll = controls.querySelector('button')

  const showCounts = (counts: FacetCounts) => {
    for (const option of controls.querySelectorAll<HTMLOptionElement>('option[data-name]')) {
      const facet = option.closest('select')?.name as Facet
      const count = counts[facet].get(option.value) ?? 0
      option.textContent = `${option.dataset['name']} (${count})`
      option.disabled = count === 0 && !option.selected
    }
    for (const element of controls.querySelectorAll('[data-count-of=code]'))
      element.textContent = String(counts.has.get('code') ?? 0)
  }
  const show = () => {
    const state = stateOf(controls)
    const { places: left, counts } = narrow(places, state.chosen, membership)
    showCounts(counts)
    const shown = left.flatMap((place) => items[place] ?? [])
    list.replaceChildren(...groupEntries(shown, state.order).map(groupElement))
    if (showAll) showAll.hidden = writeListState(state) === ''
    if (status) status.textContent = countText(left.length, items.length)
  }
  const readAddress = () => {
    fill(controls, parseListState(location.search))
    show()
  }
  const writeAddress = () => {
    history.pushState(null, '', location.pathname + writeListState(stateOf(controls)))
    show()
  }

  controls.addEventListener('change', writeAddress)
  showAll?.addEventListener('click', () => {
    fill(controls, parseListState(''))
    writeAddress()
    controls.querySelector('select')?.focus()
  })
  addEventListener('popstate', readAddress)
  for (const fieldset of controls.querySelectorAll('fieldset')) fieldset.disabled = false
  // A browser that restores a form would otherwise say what the list does not show.
  fill(controls, parseListState(location.search))
  if (writeListState(stateOf(controls))) show()
}

const controls = document.querySelector<HTMLElement>('#list-controls')
const list = document.querySelector<HTMLElement>('#list')
if (controls && list) enhance(controls, list)
