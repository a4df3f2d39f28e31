/** What a press office says of a subject in one edition, in three lengths. Each sentence stands by itself. */
export interface PressKit {
  name: string;
  /** Of its page inside the portal: "/press/" of the region, "/press/minobr/" of an agency. */
  address: string;
  short: string;
  medium: string[];
  /** Volume, usual time, topics, long cases one by one, what changed, and the newest words of the agency itself. */
  long: { title: string; sentences: string[] }[];
  evidence: string;
  cite: string;
}
