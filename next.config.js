import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `proxy.ts` sees every body first: the largest file that may be uploaded, and some.
  experimental: { proxyClientMaxBodySize: "11mb" },
  images: { unoptimized: true },
  // Types are checked by `npm test`; a first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "pg-boss", "postgres"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
