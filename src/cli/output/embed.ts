import type { Film } from "../../film/scene/film.ts";
import { escape } from "../../svg/elements.ts";
import type { Artifact } from "./artifact.ts";

/**
 * What to paste into a page: Markdown, HTML and the description alone.
 *
 * @param description What the picture shows, for those who do not see it.
 * @param film The film, if there is one.
 * @param artifacts The files.
 * @param dark Which of them are in the dark theme.
 */
export function embedding(
  description: string,
  film: Film | undefined,
  artifacts: readonly Artifact[],
  dark: readonly string[],
): string {
  const paths = artifacts.map(({ path }) => path);
  const light = paths.filter((path) => !dark.includes(path));
  const picture = light.find((path) => /\.(gif|svg|apng)$/i.test(path)) ??
    light.find((path) => /\.png$/i.test(path));
  const video = light.find((path) => /\.mp4$/i.test(path));
  const page = light.find((path) => /\.html$/i.test(path));
  const size = film ? ` width="${film.width}" height="${film.height}"` : "";
  const named = `"${escape(description)}"`;
  const markup = [
    ...(picture ? [pictureElement(picture, paths, dark, `alt=${named}${size}`)] : []),
    ...(video
      ? [
        `<video src="${
          address(video)
        }" aria-label=${named}${size} controls loop muted playsinline></video>`,
      ]
      : []),
    ...(page ? [`<iframe src="${address(page)}" title=${named}${size}></iframe>`] : []),
  ];
  return [
    ...(picture ? [`Markdown:\n\n${markdownImage(description, picture)}\n`] : []),
    ...(markup.length > 0 ? [`HTML:\n\n${markup.join("\n")}\n`] : []),
    `Description:\n\n${description}\n`,
  ].join("\n");
}

/** An image in Markdown, with its text for those who do not see it. */
export function markdownImage(alternative: string, path: string): string {
  return `![${alternative.replace(/[\\[\]]/g, "\\$&")}](${encodeURI(path)})`;
}

/** A picture that follows its page: dark where that is, still where motion is not wanted. */
function pictureElement(
  path: string,
  paths: readonly string[],
  dark: readonly string[],
  rest: string,
): string {
  const darkOne = dark.find((path) => /\.(gif|svg|png|apng)$/i.test(path));
  const still = paths.find((path) => /\.png$/i.test(path) && !dark.includes(path));
  const sources = [
    ...(still && still !== path ? [["(prefers-reduced-motion: reduce)", still]] : []),
    ...(darkOne ? [["(prefers-color-scheme: dark)", darkOne]] : []),
  ].map(([media, file]) => `  <source media="${media}" srcset="${address(file)}">\n`);
  return `<picture>\n${sources.join("")}  <img src="${address(path)}" ${rest}>\n</picture>`;
}

function address(path: string): string {
  return escape(encodeURI(path));
}
