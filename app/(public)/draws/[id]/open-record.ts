import { notFound } from "next/navigation";
import * as z from "zod";
import { drawRecord } from "@/lib/order/queries/draw-record";

const id = z.uuid();

/** The record at this address; otherwise the not-found page. */
export async function openRecord(params: Promise<{ id: string }>) {
  const typed = id.safeParse((await params).id);
  return (typed.success ? await drawRecord(typed.data) : undefined) ?? notFound();
}
