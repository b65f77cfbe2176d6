const part = (id) => document.getElementById(id);
const form = part("controls");
/** What the form says before anything is chosen: what links leave out. */
const initial = new URLSearchParams(new FormData(form));
let asked = 0;

/** The parameters that differ from what they are without being said. */
function query() {
  const said = new URLSearchParams(new FormData(form));
  // Another shape would choose another k.
  const kept = [...said].filter(([name, value]) =>
    value !== "" && (name === "k" || value !== initial.get(name))
  );
  return new URLSearchParams(kept);
}

async function show() {
  const own = ++asked;
  const parameters = query();
  const search = parameters.size > 0 ? `?${parameters}` : "";
  const address = (format) => new URL(`kmeans.${format}${search}`, location.href).href;
  history.replaceState(null, "", location.pathname + search);
  for (const link of document.querySelectorAll("[data-format]")) {
    link.href = address(link.dataset.format);
  }
  part("embed").value = `![K-means](${address("svg")})`;
  let problem = "";
  try {
    const response = await fetch(address("html"));
    if (!response.ok) problem = await response.text();
  } catch {
    problem = "The server does not answer: is it still running?";
  }
  if (own !== asked) return;
  part("problem").textContent = problem;
  if (!problem) part("player").src = address("html");
}

function draw(name) {
  form.elements[name].value = String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (!field) continue;
  if (field.type === "checkbox") field.checked = value !== "false" && value !== "0";
  else field.value = value;
}
form.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
part("clusters").addEventListener("click", () => {
  form.elements["start-seed"].value = "";
  draw("seed");
  show();
});
part("centroids").addEventListener("click", () => {
  draw("start-seed");
  show();
});
show();
