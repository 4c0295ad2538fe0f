"use client";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { Question, Questions } from "@/lib/answers/questions/question";

/** The questions of a table, each in the field of its kind; related ones share a box. */
export function QuestionList({ questions }: { questions: Questions }) {
  return boxesOf(questions).map(({ box, names }) => {
    const fields = names.map((name) => {
      const question = questions[name];
      return question && <QuestionField key={name} name={name} question={question} />;
    });
    return box ? (
      <div key={names[0]} className={`${box} stack stack--loose`}>
        {fields}
      </div>
    ) : (
      fields
    );
  });
}

type Box = { box: Question["box"]; names: string[] };

/** Names in their order, adjacent ones of the same box grouped. */
function boxesOf(questions: Questions): Box[] {
  const boxes: Box[] = [];
  for (const [name, { box, keptByServer }] of Object.entries(questions)) {
    if (keptByServer) continue;
    const last = boxes.at(-1);
    if (last && last.box === box) last.names.push(name);
    else boxes.push({ box, names: [name] });
  }
  return boxes;
}

function QuestionField({ name, question }: { name: string; question: Question }): ReactNode {
  const { kind, options = [], optional, max, width } = question;
  switch (kind) {
    case "choice":
      return <RadioGroup name={name} options={options} optional={optional} />;
    case "choices":
      return <CheckboxGroup name={name} options={options} optional={optional} />;
    case "tick":
      return <Checkbox name={name} />;
    case "day":
      return <DayField name={name} optional={optional} />;
    case "long_text":
      return <TextArea name={name} max={max} optional={optional} />;
    case "hours":
      return (
        <TextField name={name} width="short" inputMode="decimal" autoComplete="off" optional={optional} />
      );
    default:
      return <TextField name={name} width={width} autoComplete="off" optional={optional} />;
  }
}
