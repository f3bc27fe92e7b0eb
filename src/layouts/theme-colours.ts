/** The paper's colour in both schemes, for a browser's own frame; the same as `--paper` in `colours.css`. */
export const themeColours = { light: '#fffefb', dark: '#161412' } as const
