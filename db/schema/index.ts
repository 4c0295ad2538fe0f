export * from "./applications";
export * from "./budget";
export * from "./draws";
export * from "./events";
export * from "./identity";
export * from "./mail";
