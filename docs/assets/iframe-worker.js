/* The search without a server: browsers give a page on disk no worker, so a hidden frame does its work.
   The theme's search asks whether its parent knows an IFrameWorker, and then waits for its scripts. */

if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      document.body.append(frame)
      const inside = frame.contentWindow
      const load = (source) =>
        new Promise((done, failed) => {
          const script = inside.document.createElement("script")
          Object.assign(script, { src: source, onload: done, onerror: failed })
          inside.document.body.append(script)
        })
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
      inside.importScripts = (...sources) =>
        sources.reduce((before, source) => before.then(() => load(source)), Promise.resolve())
      this.tell = (data) => inside.dispatchEvent(new inside.MessageEvent("message", { data }))
      this.ready = load(new URL(url, location.href).href)
    }

    postMessage(data) {
      this.ready = this.ready.then(() => this.tell(data))
    }

    terminate() {}
  }
  window.Worker = window.IFrameWorker
}
