import type { Page } from "playwright-core";
import { until } from "./chromium.ts";

/** The picture that the page shows, as text. */
export function picture(page: Page): Promise<string> {
  return page.locator("#picture").innerHTML();
}

/** Waits until the page shows another picture, and gives it. */
export async function changed(page: Page, before: string): Promise<string> {
  await until(page, `document.getElementById("picture").innerHTML !== ${JSON.stringify(before)}`);
  return await picture(page);
}

/** Types a number into a field. */
export async function number(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByLabel(name, { exact: true });
  await field.fill(value);
  await field.dispatchEvent("change");
}

/** What a button downloads. */
export async function downloaded(page: Page, name: string): Promise<Uint8Array> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  const path = await Deno.makeTempFile();
  try {
    await (await download).saveAs(path);
    return await Deno.readFile(path);
  } finally {
    await Deno.remove(path);
  }
}

/** Drops a file on the page. */
export async function dropped(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}
