export type ButtonVariant = "primary" | "secondary" | "danger" | "link";

const CLASSES = {
  primary: "nl-button nl-button--primary",
  secondary: "nl-button nl-button--secondary",
  danger: "nl-button nl-button--secondary nl-button--negative",
  link: "button-as-link",
} satisfies Record<ButtonVariant, string>;

export const buttonClass = (variant: ButtonVariant): string => CLASSES[variant];
