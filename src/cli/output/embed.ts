import type { Film } from "../../film/scene/film.ts";
import type { Format } from "../../formats/format.ts";
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
  const isDark = ({ path }: Artifact) => dark.includes(path);
  const pathOf = (own: readonly Artifact[], ...ways: readonly Format["embeddedAs"][]) =>
    own.find(({ format }) => ways.includes(format?.embeddedAs))?.path;
  const light = artifacts.filter((artifact) => !isDark(artifact));
  const still = pathOf(light, "still");
  const picture = pathOf(light, "image") ?? still;
  const video = pathOf(light, "video");
  const page = pathOf(light, "page");
  const darkOne = pathOf(artifacts.filter(isDark), "image", "still");
  const size = film ? ` width="${film.width}" height="${film.height}"` : "";
  const named = `"${escape(description)}"`;
  const markup = [
    ...(picture ? [pictureElement(picture, still, darkOne, `alt=${named}${size}`)] : []),
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

/** A picture that is dark on dark pages, and still for readers who prefer reduced motion. */
function pictureElement(
  path: string,
  still: string | undefined,
  dark: string | undefined,
  rest: string,
): string {
  const sources = [
    ...(still && still !== path ? [["(prefers-reduced-motion: reduce)", still]] : []),
    ...(dark ? [["(prefers-color-scheme: dark)", dark]] : []),
  ].map(([media, file]) => `  <source media="${media}" srcset="${address(file)}">\n`);
  return `<picture>\n${sources.join("")}  <img src="${address(path)}" ${rest}>\n</picture>`;
}

function address(path: string): string {
  return escape(encodeURI(path));
}
