// Starts the page: theme and language before the first paint, the module with real progress, the
// recovery page when it cannot start or stops, and new versions on the user's word.
//
// A plain script in the head, so that nothing is inline and nothing waits for a style sheet. The
// names of the module come as data attributes of its own tag: they carry a hash of their content
// and are written by `cargo xtask dist`. So index.html alone decides which files belong together,
// and this script never has to be built. Without attributes (a development build) the names are
// the plain ones and there is no service worker.
//
// It must not know what the product does: it only knows `#shell`, `#progress` and three keys.
(() => {
  "use strict";

  const { build = "", glue = "huddle.js", wasm = "huddle_bg.wasm", bytes = "0", sheet = "", worker = "worker.js" } = document.currentScript.dataset;
  const folder = new URL(".", document.currentScript.src);
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));

  let memory;
  let registration;
  let failed = false;
  let accepted = false;
  let reloading = false;
  /** After so many milliseconds without a fetch no more are expected. */
  const QUIET = 1000;
  // Another tab accepted a new version: this page runs beside a worker of another build.
  let stale = false;

  window.huddle = {
    build,
    /** The address of what works off the page's thread. */
    worker: url(worker),
    ready,
    fail,
    /** Takes the stored theme on, after it has changed. */
    theme: paint,
    update,
    /** Whether a newer version waits for `update()`; the event `huddle-update` tells when it comes. */
    updateWaiting: () => stale || Boolean(registration?.waiting),
    /** Looks for a newer version at once; settles when the look is over. */
    lookForUpdate: lookForNewVersion,
    /** What the module takes of the device's memory, in bytes. */
    memory: () => memory?.buffer.byteLength ?? 0,
  };

  dress();
  start().finally(watchForVersions);

  // Theme and language

  function dress() {
    const lang = stored("huddle/ui/lang") ?? navigator.language;
    document.documentElement.lang = lang.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
    paint();
    for (const query of [dark(), contrast()]) query.addEventListener("change", paint);
  }

  function paint() { document.documentElement.dataset.theme = themeNow(); }

  function themeNow() {
    const theme = stored("huddle/ui/theme");
    if (["light", "dark", "contrast"].includes(theme)) return theme;
    if (contrast().matches) return "contrast";
    return dark().matches ? "dark" : "light";
  }

  function dark() { return matchMedia("(prefers-color-scheme: dark)"); }
  function contrast() { return matchMedia("(prefers-contrast: more)"); }

  function stored(key) {
    try { return window.localStorage.getItem(key); } catch { return null; }
  }

  // The module

  async function start() {
    const denied = storageDenial();
    if (denied) return fail("denied", denied);
    if (typeof WebAssembly !== "object") return fail("unsupported", "no WebAssembly");
    try {
      const [module, response] = await Promise.all([import(url(glue)), fetch(url(wasm)), parsed, styles()]);
      if (!response.ok) throw new Error(`${wasm}: ${response.status} ${response.statusText}`);
      watchForTraps();
      ({ memory } = await module.default({ module_or_path: counted(response) }));
    } catch (error) {
      fail("start", describe(error));
    }
  }

  /** The sheet of everything but the shell, which is painted without waiting for it. */
  function styles() {
    if (!sheet) return undefined;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url(sheet) });
    return new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => reject(new Error(`${sheet} could not be fetched`));
      document.head.append(link);
    });
  }

  /** The app stands: the shell has done its work. */
  function ready() {
    performance.mark("huddle-ready");
    document.getElementById("shell")?.remove();
  }

  /** Why storage cannot be used, or nothing. Reading it throws where the browser denies it. */
  function storageDenial() {
    try {
      return window.localStorage ? "" : "no local storage";
    } catch (error) {
      return describe(error);
    }
  }

  /** The response, telling `#progress` what has arrived. Sizes are of the unpacked module. */
  function counted(response) {
    const total = Number(bytes);
    if (!total || !response.body) return response;
    let arrived = 0;
    const meter = new TransformStream({
      transform(chunk, out) {
        arrived += chunk.length;
        const bar = document.getElementById("progress");
        if (bar) bar.value = Math.min(1, arrived / total);
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(meter), { headers: { "Content-Type": "application/wasm" } });
  }

  /** A trap that no panic message came before: the stack or the memory ran out. */
  function watchForTraps() {
    const watch = (error) => { if (error instanceof WebAssembly.RuntimeError) fail("panic", describe(error)); };
    window.addEventListener("error", (event) => watch(event.error));
    window.addEventListener("unhandledrejection", (event) => watch(event.reason));
  }

  // Failure

  /** Shows the recovery page, once. Kinds: `start`, `unsupported`, `panic`, `denied`. */
  function fail(kind, detail) {
    if (failed) return;
    failed = true;
    console.error(`huddle: ${kind}: ${detail}`);
    Promise.all([import(url("recovery.js")), parsed])
      .then(([recovery]) => recovery.show(kind, detail))
      .catch(() => parsed.then(() => plainFailure(detail)));
  }

  /** The last resort: not even the recovery page could be fetched. */
  function plainFailure(detail) {
    document.body.textContent =
      `Huddle 没能启动，已存的数据没有动过。请检查网络后重新载入。 Huddle could not start; stored data was not touched. Check the connection and reload. (${detail})`;
  }

  function describe(error) {
    return error instanceof Error ? [error.message, error.stack].filter(Boolean).join("\n") : String(error);
  }

  // New versions

  async function watchForVersions() {
    if (!build || storageDenial() || !navigator.serviceWorker) return;
    const workers = navigator.serviceWorker;
    let controlled = Boolean(workers.controller);
    workers.addEventListener("controllerchange", () => {
      if (accepted) return reloadOnce();
      // The first worker of this page, or another tab accepted the new version.
      if (controlled) { stale = true; announce(); }
      controlled = true;
    });
    try {
      registration = await workers.register(url("sw.js"), { scope: url("./"), updateViaCache: "none" });
    } catch (error) {
      console.warn(`huddle: no offline use: ${describe(error)}`);
      return;
    }
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => { if (worker.state === "installed" && controlled) announce(); });
    });
    if (registration.waiting) announce();
    document.addEventListener("visibilitychange", lookForNewVersion);
  }

  /** Asks the server, past every cache, and only then lets the browser fetch the new worker. */
  async function lookForNewVersion() {
    if (document.visibilityState !== "visible") return;
    try {
      const newest = await (await fetch(url("version.json"), { cache: "no-store" })).json();
      if (newest.build !== build) await registration.update();
    } catch {
      // Offline, or the server is being updated: the next look will tell.
    }
  }

  function announce() {
    window.dispatchEvent(new Event("huddle-update"));
  }

  /** The user accepts the new version: it takes over, then the page is loaded once more. */
  async function update() {
    const worker = registration?.waiting;
    if (!worker) return reloadOnce();
    accepted = true;
    // Chromium puts a worker off for a minute that is to take over while the old one still answers.
    while (isFetching()) await new Promise((done) => setTimeout(done, QUIET));
    worker.postMessage("skip-waiting");
  }

  /** Whether something was fetched just now, so that more may come. */
  function isFetching() {
    const fetched = performance.getEntriesByType("resource").map((it) => it.responseEnd);
    return performance.now() - Math.max(0, ...fetched) < QUIET;
  }

  function reloadOnce() {
    if (reloading) return;
    reloading = true;
    location.reload();
  }

  function url(path) { return new URL(path, folder).href; }
})();
