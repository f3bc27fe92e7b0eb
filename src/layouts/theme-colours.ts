/** The `theme-color` of each colour scheme, which is `--paper` in `colours.css`. */
export const themeColours = { light: '#fffefb', dark: '#161412' } as const
