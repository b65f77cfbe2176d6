/// <reference lib="dom" />

/**
 * Listens for tables: a file that is chosen or dropped, and text that is pasted or typed.
 *
 * @param onTable Called with each, and a name for it.
 */
export function listenForTables(onTable: (table: Blob, name: string) => void): void {
  const input = document.querySelector<HTMLInputElement>("#file")!;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) onTable(file, file.name);
    // The same file can be chosen again.
    input.value = "";
  });
  const typed = document.querySelector<HTMLTextAreaElement>("#table")!;
  document.querySelector("#use-table")!.addEventListener("click", () => {
    onTable(new Blob([typed.value]), "the table");
  });
  addEventListener("paste", ({ target, clipboardData }) => {
    if ((target as Element).closest("input, textarea")) return;
    const text = clipboardData?.getData("text/plain");
    if (text) onTable(new Blob([text]), "what was pasted");
  });
  const { classList } = document.body;
  const carriesFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    classList.add("dropping");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    classList.remove("dropping");
    const [file] = event.dataTransfer!.files;
    if (file) onTable(file, file.name);
  });
}
