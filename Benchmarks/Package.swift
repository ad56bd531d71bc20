// swift-tools-version: 6.1
import PackageDescription

/// What Cordon's places, its spatial parts and its merging cost; a package of its own so that using Cordon does not build it.
let package = Package(
  name: "cordon-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "cordon", path: "..")],
  targets: [
    .executableTarget(
      name: "spatial-benchmarks",
      dependencies: [.product(name: "CordonGeometry", package: "cordon")],
      path: "Sources/SpatialBenchmarks"),
    .executableTarget(
      name: "merge-benchmarks",
      dependencies: [.product(name: "CordonIncidents", package: "cordon")],
      path: "Sources/MergeBenchmarks"),
    .executableTarget(
      name: "place-benchmarks",
      dependencies: [
        .product(name: "CordonKit", package: "cordon"), .product(name: "CordonIncidents", package: "cordon"),
      ],
      path: "Sources/PlaceBenchmarks"),
  ],
  swiftLanguageModes: [.v6]
)
