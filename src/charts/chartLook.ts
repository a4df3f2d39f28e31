/** How a definition is drawn: at which width, in which colours and type. */
export interface ChartLook {
  width: number;
  height: number;
  fontSize: number;
  fontFamily: string;
  /** The value of a colour token: at build time `var(--chart-grid)`, in the browser what it stands for. */
  colour: (token: string) => string;
}
