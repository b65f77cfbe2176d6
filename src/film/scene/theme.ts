/** The parts that a colour of the picture's surroundings can play. */
export type Role = "paper" | "ink" | "soft" | "faint";

/**
 * The colours of the surroundings: `paper` the background, `ink` the text, `soft` lesser marks,
 * `faint` hairlines. Clusters have the same colours in every theme.
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

/** What a theme can be asked to be: one by name, or `auto`, which follows the reader. */
export const THEME_NAMES: readonly (ThemeName | "auto")[] = [
  "auto",
  ...Object.keys(themes) as ThemeName[],
];

/** The colour of a paint, which is a role or a colour. */
export function colorOf(paint: string, theme: Theme): string {
  return paint in theme ? theme[paint as Role] : paint;
}
