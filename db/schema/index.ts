export * from "./applications";
export * from "./budget";
export * from "./events";
export * from "./identity";
