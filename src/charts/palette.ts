/**
 * The light colours of src/styles/tokens.css for pictures that no style sheet reaches: a test compares the two. A token
 * that stands for another one is resolved here.
 */
export const lightPalette: Readonly<Record<string, string>> = {
  paper: "#fbfaf7",
  sunken: "#f2efe8",
  ink: "#16202a",
  "ink-soft": "#47525d",
  "ink-faint": "#626c76",
  rule: "#e0dbd0",
  "rule-strong": "#8d8a80",
  accent: "#1d459f",
  "on-accent": "#ffffff",
  notice: "#fff3d1",
  "notice-ink": "#4f3a00",
  "channel-social": "#1d459f",
  "channel-letter": "#a5600a",
  "channel-portal": "#12776a",
  "channel-phone": "#7d5a9c",
  "channel-other": "#626c76",
  "series-subject": "#1d459f",
  "series-context": "#767d84",
  "chart-grid": "#e6e2d8",
  "chart-axis": "#8d8a80",
  "chart-text": "#47525d",
  "chart-band": "#d5ddf1",
  "funnel-inner": "#dcd7ca",
  "funnel-outer": "#ece8de",
  "map-1": "#e6ebf7",
  "map-2": "#b0c0e6",
  "map-3": "#7490d2",
  "map-4": "#2f52a5",
};

/** @throws Error for a token that pictures do not know */
export function lightColour(token: string): string {
  const colour = lightPalette[token];
  if (colour === undefined) throw new Error(`No colour for the token ${token}`);
  return colour;
}
