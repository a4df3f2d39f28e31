/** The detectors' last look at a text: the classes of personal data in it. */
export type LastLook = (text: string, isMarkup: boolean) => readonly string[];
