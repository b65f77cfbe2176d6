/** What a colour of the theme is for. */
export type Role = "paper" | "ink" | "soft" | "faint";

/**
 * The colours of everything but the clusters, which have the same colours in every theme: `paper`
 * is the background, `ink` the text, `soft` labels and ticks, `faint` thin lines.
 */
export type Theme = Readonly<Record<Role, string>>;

/** The themes by name. */
export const themes = {
  light: { paper: "#ffffff", ink: "#1f2328", soft: "#6e7781", faint: "#8c959f" },
  dark: { paper: "#0d1117", ink: "#e6edf3", soft: "#8b949e", faint: "#5b636d" },
  classic: { paper: "#ffffff", ink: "#000000", soft: "#000000", faint: "#000000" },
} satisfies Record<ThemeName, Theme>;

/** The name of a theme. */
export type ThemeName = "light" | "dark" | "classic";

/**
 * The themes one can ask for: those by name, and `auto`, the light or dark one as the reader
 * prefers.
 */
export const THEME_NAMES: readonly (ThemeName | "auto")[] = [
  "auto",
  ...Object.keys(themes) as ThemeName[],
];

/** The colour of a paint: that of its role in the theme, or itself. */
export function colorOf(paint: string, theme: Theme): string {
  return paint in theme ? theme[paint as Role] : paint;
}
