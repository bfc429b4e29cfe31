// The borders of docs/architecture.md, held by `npm run borders`.

const TEST = "^tests/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "domain-is-pure",
      comment:
        "Rules take everything from their arguments: no platform, no clock, and of libraries one: a lot " +
        "is drawn by SHA-256, which is a pure function wherever it comes from.",
      severity: "error",
      from: {
        path: "^app/domain/",
        pathNot: "^app/domain/(decisions/secret|smartlab/minutes)/",
      },
      to: { pathNot: "^(app/domain/|node_modules/@noble/hashes/)" },
    },
    {
      name: "one-library-merges-what-several-write",
      comment:
        "Yjs, a pure function of the updates it is given; browsers load it on that page alone.",
      severity: "error",
      from: { path: "^app/domain/smartlab/minutes/" },
      to: { pathNot: "^(app/domain/|node_modules/yjs/)" },
    },
    {
      name: "secret-ballots-use-audited-cryptography",
      comment: "Two libraries, named in docs/adr/0005-secret-ballots.md, and nothing else.",
      severity: "error",
      from: { path: "^app/domain/decisions/secret/" },
      to: { pathNot: "^(app/domain/|node_modules/(@hpke/core|shamir-secret-sharing)/)" },
    },
    {
      name: "wire-knows-domain-only",
      severity: "error",
      from: { path: "^app/wire/" },
      to: { pathNot: "^(app/(wire|domain)/|node_modules/zod/)" },
    },
    {
      name: "design-system-knows-no-feature",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/(features|routes|wire)/|^server/" },
    },
    {
      name: "app-takes-types-from-server",
      comment: "A value import would bundle the server, and load Express and Prisma twice.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(server|workers|prisma)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-zod-in-the-browser",
      comment: "Wire modules are types there; only routes and *.server files parse.",
      severity: "error",
      from: { path: "^app/(features|ui)/", pathNot: "\\.server\\.tsx?$" },
      to: {
        path: "^(app/wire/|node_modules/zod/)",
        pathNot: "^app/wire/merge-patch\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "database-in-its-places",
      severity: "error",
      from: {
        path: "^(app|server|workers)/",
        pathNot: "^server/(platform|auth|realtime|cli|features|rehearsal)/|^server/container\\.ts$",
      },
      to: { path: "^(prisma/client/|node_modules/(pg|@prisma)/)" },
    },
    {
      name: "features-meet-at-their-manifest",
      comment: "A feature reads another one through its index, or through what it shares by name.",
      severity: "error",
      from: { path: "^server/features/([^/]+)/" },
      to: {
        path: "^server/features/",
        pathNot: [
          "^server/features/$1/",
          "/(index|cards|enter|extend-vote|home|notify|open-on-themes|remember|sources|standings|solicitations|source|standing|draft-row|write-draft|write-mail|change-session|session-room|[a-z-]+-sql)\\.ts$",
        ],
      },
    },
    {
      name: "product-does-not-know-its-tests",
      severity: "error",
      from: { pathNot: TEST },
      to: { path: TEST },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|prisma/client/internal)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
