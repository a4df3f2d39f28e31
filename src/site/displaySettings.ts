/**
 * What readers may change about the look of every page. The first choice of each is how the page comes; the others stand
 * on the root element as data-NAME and are styled in src/styles/display.css.
 */
export const displaySettings = [
  { name: "size", choices: ["usual", "large", "huge"] },
  { name: "spacing", choices: ["usual", "wide"] },
  { name: "colours", choices: ["usual", "black-on-white", "white-on-black"] },
  { name: "pictures", choices: ["usual", "off"] },
] as const;

/** Where a browser keeps them: also read by public/display.js, before anything is painted. */
export const displayKey = "otklik-display";
