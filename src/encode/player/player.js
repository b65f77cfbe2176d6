/** Sets the player of this page going: what it shows, and tells of each moment shown, comes later. */
export function startPlayer(onShow = () => {}) {
  const part = (id) => document.getElementById(id);
  const player = part("player");
  const slider = part("time");

  let film;
  let picture;
  /** The last moment that a beat is shown; the end of the film would be its start again. */
  let ends;
  let last = 0;
  let time = 0;
  let plays = false;
  /** How often it is still played, this time included. */
  let rest = 1;
  let drawn = 0;
  let waiting = 0;

  const setText = (id, text) => {
    if (part(id).textContent !== text) part(id).textContent = text;
  };

  function show() {
    const { duration, beats, beatNames, figures } = film;
    picture.setCurrentTime(time / 1000);
    slider.value = String(time);
    const beat = beats.find(({ end }) => time < end) ?? beats[beats.length - 1];
    const { iteration, kind } = beat;
    const name = beatNames[kind] ?? kind;
    setText("iteration", String(iteration));
    setText("beat", name);
    setText("clock", `${(time / 1000).toFixed(1)} of ${(duration / 1000).toFixed(1)} s`);
    let told = `iteration ${iteration}, ${name}`;
    if (figures) {
      // Centroids stand where they stood before until an update is over.
      const settled = kind === "assign" ? iteration - 1 : iteration;
      const { inertia } = figures[settled];
      const { changed } = figures[iteration];
      const measured = inertia === null ? "too large" : Number(inertia.toPrecision(5)).toString();
      setText("inertia", measured);
      setText("changed", kind === "start" ? "–" : changed.toLocaleString("en"));
      told += `, inertia ${measured}`;
    }
    slider.setAttribute("aria-valuetext", `${told}, ${(time / 1000).toFixed(1)} seconds`);
    if (!plays) setText("status", told);
    onShow(time);
  }

  function frame(now) {
    if (!plays) return;
    time += (now - drawn) * Number(part("speed").value);
    drawn = now;
    if (time > last && --rest > 0) time %= film.duration;
    else if (time > last) pause(last);
    show();
    waiting = requestAnimationFrame(frame);
  }

  function play() {
    player.classList.add("asked");
    if (time >= last) time = 0;
    if (rest < 1) rest = 1;
    plays = true;
    drawn = performance.now();
    part("play").setAttribute("aria-label", "Pause");
    player.classList.add("plays");
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(frame);
  }

  function pause(at = time) {
    time = at;
    plays = false;
    part("play").setAttribute("aria-label", "Play");
    player.classList.remove("plays");
  }

  function goTo(at) {
    player.classList.add("asked");
    pause(at);
    show();
  }

  function setLoop(on) {
    rest = on ? Infinity : 1;
    part("loop").setAttribute("aria-pressed", String(on));
  }

  const acts = {
    first: () => goTo(0),
    back: () => goTo(ends.findLast((end) => end < time) ?? 0),
    play: () => plays ? goTo(time) : play(),
    forward: () => goTo(ends.find((end) => end > time) ?? last),
    last: () => goTo(last),
    loop: () => setLoop(part("loop").getAttribute("aria-pressed") !== "true"),
    full: () => document.fullscreenElement ? document.exitFullscreen() : player.requestFullscreen(),
  };
  for (const id in acts) part(id).addEventListener("click", acts[id]);
  slider.addEventListener("input", () => goTo(Math.min(Number(slider.value), last)));

  const KEYS = {
    " ": "play",
    "ArrowLeft": "back",
    "ArrowRight": "forward",
    "Home": "first",
    "End": "last",
    "l": "loop",
    "f": "full",
  };
  addEventListener("keydown", (event) => {
    const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // What is typed or chosen elsewhere is not for the player.
    const field = event.target.closest("select, textarea, input, summary, a");
    if (field && field !== slider) return;
    // A button that has the focus takes the space itself.
    if (event.key === " " && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    acts[act]();
  });

  if (!document.fullscreenEnabled) part("full").hidden = true;

  /** Shows a film from a moment on, as the picture that plays it. */
  function load(next, element, { at, isPaused } = {}) {
    [film, picture] = [next, element];
    const { duration, beats, figures, loop } = film;
    ends = beats.map(({ end }) => Math.max(0, Math.min(end - 10, duration - 1)));
    last = duration - 1;
    slider.max = String(duration);
    part("marks").setAttribute("viewBox", `0 0 ${duration} 7`);
    const starts = beats.filter(({ iteration }, i) =>
      i === 0 || iteration > beats[i - 1].iteration
    );
    const ticks = document.createElementNS("http://www.w3.org/2000/svg", "path");
    ticks.setAttribute("d", starts.map(({ start }) => `M${start} 0v7`).join(""));
    part("marks").replaceChildren(ticks);
    part("figures").classList.toggle("alone", !figures);
    if (part("controls").hidden || loop !== undefined) {
      rest = loop ?? Infinity;
      part("loop").setAttribute("aria-pressed", String(rest === Infinity));
    }
    part("controls").hidden = false;
    picture.pauseAnimations();
    const prefersStill = matchMedia("(prefers-reduced-motion: reduce)").matches &&
      !player.classList.contains("asked");
    if (isPaused || prefersStill) {
      pause(Math.min(at ?? last, last));
      show();
    } else {
      time = at ?? 0;
      play();
    }
  }

  return { load, pause, goTo, time: () => time, plays: () => plays };
}
