/** Class under which the tokens of the chosen theme live; see theme.css. */
export const THEME_CLASS = "voorbeeld-theme";
