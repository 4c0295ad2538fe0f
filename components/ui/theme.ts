import localFont from "next/font/local";

/** Its font comes with the page; until it has loaded the page uses a system font of the same width. */
const latin = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--font-latin",
  display: "optional",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    },
  ],
});

/** Loaded only for a name with one of these characters. */
const latinExtended = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--font-latin-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Class with the tokens of the chosen theme, see theme.css, and its fonts. */
export const THEME_CLASS = `voorbeeld-theme ${latin.variable} ${latinExtended.variable}`;
