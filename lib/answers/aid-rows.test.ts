import { expect, test } from "vitest";
import { closedUp, typedRows } from "./aid-rows";

const answers = {
  aidReceived: "yes",
  "aid.0.grantor": "UWV",
  "aid.0.regulation": "general",
  "aid.1.regulation": "general",
  "aid.2.grantor": "RVO",
  "aid.2.amount": "100",
};

test("a row counts when something is typed in it", () => {
  expect(typedRows(answers).map(({ place }) => place)).toEqual([0, 2]);
});

test("empty and removed rows are closed up", () => {
  expect(closedUp(answers)).toEqual({
    aidReceived: "yes",
    "aid.0.grantor": "UWV",
    "aid.0.regulation": "general",
    "aid.1.grantor": "RVO",
    "aid.1.amount": "100",
  });
  expect(closedUp(answers, 0)).toEqual({
    aidReceived: "yes",
    "aid.0.grantor": "RVO",
    "aid.0.amount": "100",
  });
});
