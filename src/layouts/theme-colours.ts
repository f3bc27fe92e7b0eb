/** The `theme-color` of both colour schemes; equal to `--paper` in `colours.css`. */
export const themeColours = { light: '#fffefb', dark: '#161412' } as const
