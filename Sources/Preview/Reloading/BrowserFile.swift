/// A file of the preview's own, which is not part of the site and never written to its output.
struct BrowserFile: Sendable, Hashable {
  let path: String
  let type: String
  let text: String

  /// The folder that no site can use.
  static let folder = "/_gazette/"
  static let eventsPath = folder + "events"

  static let all = [script, overlay]

  /// The looks of the list of findings; it is a world of its own, which the site's styles do not reach.
  static let overlay = BrowserFile(
    path: folder + "overlay.css", type: MediaType.style,
    text: """
      :host { all: initial; }
      section {
        position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; z-index: 2147483647;
        box-sizing: border-box; padding: 1rem 1.5rem; background: #fff; color: #111;
        border-top: 4px solid #b00020; box-shadow: 0 -2px 12px rgb(0 0 0 / 40%);
        font: 15px/1.5 system-ui, sans-serif;
      }
      h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
      ol { margin: 0; padding: 0; list-style: none; }
      li { margin: 0 0 .9rem; }
      p { margin: 0; }
      .place, pre { font-family: ui-monospace, monospace; font-size: 13px; }
      .place { color: #444; }
      .severity { font-weight: bold; }
      .error { color: #b00020; }
      .warning { color: #7a4b00; }
      .note { padding-left: 1.5rem; }
      pre { margin: .25rem 0 0; padding: .25rem .5rem; overflow: auto; background: #f2f2f2; }

      """)

  /// Listens for what is new, reloads the page when it has changed, and shows what stopped a build.
  static let script = BrowserFile(
    path: folder + "reload.js", type: MediaType.script,
    text: """
      "use strict";
      (() => {
        const version = document.currentScript.dataset.version;
        const scrollKey = "gazette-scroll " + location.pathname;
        let source = null;
        let overlay = null;

        const decoded = (path) => {
          try { return decodeURIComponent(path); } catch { return path; }
        };

        // A page that cannot remember anything only loses its place.
        const remember = (action) => {
          try { return action(sessionStorage); } catch { return null; }
        };

        const reload = () => {
          remember((store) => store.setItem(scrollKey, JSON.stringify([scrollX, scrollY])));
          location.reload();
        };

        const restoreScroll = () => {
          const place = remember((store) => {
            const text = store.getItem(scrollKey);
            store.removeItem(scrollKey);
            return text && JSON.parse(text);
          });
          if (place) scrollTo(place[0], place[1]);
        };

        const ownPath = (address) => {
          const url = new URL(address, location.href);
          return url.origin === location.origin ? decoded(url.pathname) : null;
        };

        const swap = (link) => {
          const url = new URL(link.href);
          url.searchParams.set("gazette", Date.now());
          const next = link.cloneNode();
          next.addEventListener("load", () => link.remove());
          next.addEventListener("error", reload);
          next.href = url;
          link.after(next);
        };

        const take = (paths) => {
          const changed = new Set(paths);
          const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')];
          const styles = links.filter((link) => changed.has(ownPath(link.href)));
          for (const link of styles) changed.delete(ownPath(link.href));
          const used = performance.getEntriesByType("resource").map((entry) => ownPath(entry.name));
          if (used.some((path) => changed.has(path))) reload(); else styles.forEach(swap);
        };

        // What was written by others is put in as text, never as markup.
        const element = (name, kind, text) => {
          const made = document.createElement(name);
          if (kind) made.className = kind;
          if (text) made.textContent = text;
          return made;
        };

        const placed = (place) => {
          if (!place) return "";
          return [place.file, place.line, place.column].filter((part) => part !== null).join(":");
        };

        const item = (finding) => {
          const made = element("li");
          if (finding.place) made.append(element("p", "place", placed(finding.place)));
          const message = element("p");
          message.append(element("span", "severity " + finding.severity, finding.severity));
          message.append(": " + finding.message + (finding.rule ? " [" + finding.rule + "]" : ""));
          made.append(message);
          if (finding.place && finding.place.text) made.append(element("pre", "", finding.place.text));
          for (const note of finding.notes) {
            const where = placed(note.place);
            made.append(element("p", "note", "note: " + note.message + (where ? " (" + where + ")" : "")));
          }
          for (const fix of finding.fixes) made.append(element("p", "note", "fix: " + fix));
          return made;
        };

        const show = (findings) => {
          if (overlay) overlay.remove();
          overlay = null;
          if (findings.length === 0) return;
          overlay = element("gazette-findings");
          const style = element("link");
          style.rel = "stylesheet";
          style.href = "/_gazette/overlay.css";
          const section = element("section");
          section.setAttribute("role", "alert");
          const list = element("ol");
          list.append(...findings.map(item));
          section.append(element("h2", "", "The site was not built; this is what it was before"), list);
          overlay.attachShadow({ mode: "open" }).append(style, section);
          document.body.append(overlay);
        };

        const listen = () => {
          if (source) return;
          const query = new URLSearchParams({ page: decoded(location.pathname), version });
          source = new EventSource("/_gazette/events?" + query.toString().replaceAll("+", "%20"));
          source.addEventListener("reload", reload);
          source.addEventListener("files", (event) => take(JSON.parse(event.data)));
          source.addEventListener("findings", (event) => show(JSON.parse(event.data)));
        };

        const rest = () => {
          if (source) source.close();
          source = null;
        };

        // Browsers open few connections to one server: a page that nobody sees gives its own back.
        const attend = () => { if (document.visibilityState === "hidden") rest(); else listen(); };
        document.addEventListener("visibilitychange", attend);
        addEventListener("pagehide", rest);
        addEventListener("pageshow", attend);
        restoreScroll();
        attend();
      })();

      """)
}
