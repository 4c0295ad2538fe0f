import { notFound } from "next/navigation";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** The scheme in an address; otherwise the not-found page. */
export const knownScheme = async (params: Promise<{ scheme: string }>): Promise<Scheme> => {
  const { scheme: text } = await params;
  return SCHEMES.find((scheme) => scheme === text) ?? notFound();
};
