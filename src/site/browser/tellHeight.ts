import { heightMessage } from "../heightMessage.ts";

/** Tells the page around the frame how high the contents are, now and whenever that changes. It says nothing else, so that anybody may hear it. */
const main = document.querySelector("main");

if (main !== null && parent !== window) {
  const edges = document.body.offsetHeight - document.body.clientHeight;
  new ResizeObserver(() => {
    const height = Math.ceil(main.getBoundingClientRect().height) + edges;
    parent.postMessage({ type: heightMessage, height }, "*");
  }).observe(main);
}
