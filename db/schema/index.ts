export * from "./applications";
export * from "./budget";
export * from "./ceiling-changes";
export * from "./completion";
export * from "./draws";
export * from "./events";
export * from "./identity";
export * from "./mail";
