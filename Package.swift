// swift-tools-version: 6.1
import PackageDescription

/// A target of the library, with the settings every one of them shares.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    swiftSettings: [
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

/// The tests of one target; `Tests/` mirrors `Sources/`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies + ["CordonTestSupport"])
}

// On Linux PROJ is opened when it is first needed (`GeodesicEngine`); what `pkg-config` says would link it.
#if os(Linux)
  let proj: String? = nil
#else
  let proj: String? = "proj"
#endif

let package = Package(
  name: "cordon",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "cordon", targets: ["CordonCommand"]),
    .library(name: "CordonKit", targets: ["CordonKit"]),
    .library(name: "CordonGeometry", targets: ["GeoModel", "GeoKernel"]),
    .library(name: "CordonIncidents", targets: ["GeoModel", "Reading", "Geocoding", "Incidents"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: proj, providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    module("GeoModel", []),
    module("GeoKernel", ["GeoModel", "CGEOS", "CPROJ"]),
    module("Gazetteer", ["GeoModel", "GeoKernel", "CZLIB"]),
    module("Reading", ["GeoModel", "Yams"]),
    module("Geocoding", ["GeoModel", "GeoKernel", "Gazetteer", "Reading"]),
    module("Incidents", ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding"]),
    module("Proximity", ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents"]),
    module(
      "Layers", ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity"]),
    module(
      "Reports",
      [
        "GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers",
        "Yams", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    module(
      "CaseStore",
      [
        "GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers",
        "CZLIB", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module(
      "CordonKit",
      [
        "GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers",
        "Reports", "CaseStore", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "CordonCommand",
      // All that it imports, also by way of CordonKit: else a change of theirs leaves it as it was built.
      dependencies: [
        "GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers",
        "Reports", "CaseStore", "CordonKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Manual"],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    .target(name: "CordonTestSupport", path: "Tests/CordonTestSupport"),
    tests("GeoModel", ["GeoModel"]),
    tests("GeoKernel", ["GeoModel", "GeoKernel"]),
    tests("Gazetteer", ["GeoModel", "GeoKernel", "Gazetteer"]),
    tests("Reading", ["GeoModel", "Reading"]),
    tests("Geocoding", ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding"]),
    tests("Incidents", ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents"]),
    tests("Proximity", ["GeoModel", "GeoKernel", "Gazetteer", "Incidents", "Proximity"]),
    tests(
      "Layers",
      ["GeoModel", "GeoKernel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers"]),
    tests(
      "Reports",
      ["GeoModel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Reports"]),
    tests(
      "CaseStore",
      [
        "GeoModel", "Gazetteer", "Reading", "Geocoding", "Incidents", "Proximity", "Layers", "CaseStore",
        "CZLIB", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "CordonKit", ["GeoModel", "Gazetteer", "Geocoding", "Incidents", "Proximity", "Reading", "CordonKit"]),
    tests("Command", []),
  ],
  swiftLanguageModes: [.v6]
)
