const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const element =
  /<\/?(?:(?:jats|mml):[\w-]+|p|i|b|u|em|strong|sub|sup|sc|scp|tt|br|span|div|ul|ol|li|a|h[1-6]|title|sec|italic|bold|inline-formula|disp-formula|alternatives|tex-math)(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/gi

/**
 * The words of a text in CSL-JSON or JATS markup: paragraphs parted by blank lines, without the heading "Abstract", a
 * formula as its TeX. Signs that only look like markup stay.
 * @see https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/abstract.html
 */
export function unmarked(text: string): string {
  return text
    .replace(/<(?:jats:)?title>\s*(?:Abstract|Summary)\s*<\/(?:jats:)?title>/gi, '')
    .replace(
      /<(?:jats:)?alternatives>.*?<(?:jats:)?tex-math>(.*?)<\/(?:jats:)?tex-math>.*?<\/(?:jats:)?alternatives>/gis,
      (_whole, tex: string) => `$${tex.replace(/^\$+|\$+$/g, '')}$`,
    )
    .replace(/<(?:jats:)?sup>([^<]*)<\/(?:jats:)?sup>/gi, '^{$1}')
    .replace(/<\/(?:jats:)?(?:p|title|sec|div|li|h[1-6])>|<br\s*\/?>/gi, '\n\n')
    .replace(element, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
      const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)
      if (Number.isNaN(code)) return entities[name] ?? whole
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .trim()
}
