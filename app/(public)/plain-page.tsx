import type { ReactNode } from "react";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";

type Part = { title: string; text: string; items?: readonly string[] };
type Props = { title: string; lead: string; parts: readonly Part[]; children?: ReactNode };

/** A page of text: a title, a summary, and one heading per subject. */
export function PlainPage({ title, lead, parts, children }: Props) {
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{lead}</Paragraph>
      </Stack>
      {parts.map((part) => (
        <Stack key={part.title}>
          <Heading level={2}>{part.title}</Heading>
          <Paragraph>{part.text}</Paragraph>
          {part.items && <Bullets items={[...part.items]} />}
        </Stack>
      ))}
      {children}
    </Stack>
  );
}
