/** Makes charts interactive when they come into view. Until then, and without this script, the drawing stands. */
const charts = document.querySelectorAll<HTMLElement>("[data-chart]");

if ("IntersectionObserver" in window && charts.length > 0) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void import("./interactiveChart.ts").then(({ makeInteractive }) => makeInteractive(target as HTMLElement));
      }
    },
    { rootMargin: "0px 0px -10% 0px" },
  );
  for (const chart of charts) observer.observe(chart);
}
