import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markSet, markSetSchema, marksOf, replyMarks } from "../../../src/model/replyMarks.ts";
import { firstReactions } from "../../../src/replies/marks/firstReactions.ts";

const taken = markSet(["onlyAcknowledged"]);
const done = markSet(["deed", "namesThing"]);
/** A bare «выполнено» has no mark of substance, and is more than an acknowledgement all the same. */
const bare = markSet(["bare"]);

describe("Two first reactions", () => {
  test("are two events where the first reply only acknowledges", () => {
    expect(
      firstReactions([
        { at: 10, marks: taken },
        { at: 12, marks: taken },
        { at: 40, marks: done },
      ]),
    ).toEqual({ acknowledged: 10, answered: 40, isUntold: false });
  });

  test("are one where the first reply says what was done", () => {
    expect(firstReactions([{ at: 10, marks: done }])).toEqual({ acknowledged: 10, answered: 10, isUntold: false });
    expect(firstReactions([{ at: 10, marks: bare }])).toMatchObject({ answered: 10 });
  });

  test("leave the second open where nothing but acknowledgements came, and both where nothing came", () => {
    expect(firstReactions([{ at: 10, marks: taken }])).toEqual({ acknowledged: 10, answered: null, isUntold: false });
    expect(firstReactions([])).toEqual({ acknowledged: null, answered: null, isUntold: false });
  });

  test("cannot be told apart where the text of an earlier reply is not there", () => {
    expect(firstReactions([{ at: 10, marks: null }])).toEqual({ acknowledged: 10, answered: null, isUntold: true });
    expect(
      firstReactions([
        { at: 10, marks: null },
        { at: 20, marks: done },
      ]),
    ).toMatchObject({ isUntold: true });
    expect(
      firstReactions([
        { at: 10, marks: done },
        { at: 20, marks: null },
      ]),
    ).toMatchObject({ answered: 10, isUntold: false });
  });

  test("never come in the wrong order, and do not depend on that of the replies", () => {
    const reply = fc.record({ at: fc.integer({ min: 0, max: 1000 }), marks: fc.constantFrom(taken, done, bare, null) });
    fc.assert(
      fc.property(fc.array(reply), (replies) => {
        const { acknowledged, answered } = firstReactions(replies);
        if (answered !== null) expect(acknowledged).toBeLessThanOrEqual(answered);
        const times = replies.map(({ at }) => at);
        if (new Set(times).size === times.length)
          expect(firstReactions([...replies].reverse())).toEqual(firstReactions(replies));
      }),
    );
  });
});

describe("A stored set of marks", () => {
  test("gives back the marks it was made of, and passes its schema", () => {
    fc.assert(
      fc.property(fc.subarray([...replyMarks]), (marks) => {
        const set = markSet(marks);
        expect(markSetSchema.parse(set)).toBe(set);
        expect(marksOf(set)).toEqual(marks);
      }),
    );
  });

  test("is refused where it has marks that there are not", () => {
    expect(markSetSchema.safeParse(2 ** replyMarks.length).success).toBe(false);
    expect(markSetSchema.safeParse(-1).success).toBe(false);
    expect(markSetSchema.safeParse(1.5).success).toBe(false);
  });
});
