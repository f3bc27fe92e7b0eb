/** The element below `root` that carries `data-<name>`. Throws when it is missing or of another type. */
export function part<T extends Element>(root: ParentNode, name: string, type: new () => T): T {
  const element = root.querySelector(`[data-${name}]`)
  if (element instanceof type) return element
  throw new Error(`Unexpected page, expected an element with data-${name}.`)
}
