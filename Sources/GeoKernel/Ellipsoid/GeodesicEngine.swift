internal import CPROJ

#if os(Linux)
  #if canImport(Glibc)
    internal import Glibc
  #else
    internal import Musl
  #endif
#endif

/// The calls of `geodesic.h`, and its constants for WGS 84.
///
/// On Linux the library is opened when the first of them is made. PROJ brings forty libraries of its own, for
/// downloads and pictures, and to have them all loaded costs every start of the program longer than most commands
/// take; few of them measure shortest ways so far or so exactly that ``ChordDistance`` does not do.
struct GeodesicEngine: Sendable {
  typealias Earth = UnsafePointer<geod_geodesic>
  typealias Inverse =
    @convention(c) (
      Earth?, Double, Double, Double, Double, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
      UnsafeMutablePointer<Double>?
    ) -> Void
  typealias Direct =
    @convention(c) (
      Earth?, Double, Double, Double, Double, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
      UnsafeMutablePointer<Double>?
    ) -> Void
  private typealias Initialize = @convention(c) (UnsafeMutablePointer<geod_geodesic>?, Double, Double) -> Void

  static let shared = GeodesicEngine()

  /// Unsafe only in name: the memory is written once, before anybody can see it, and then only read
  /// (`geodesic.h` takes it as a pointer to const); it lives as long as the process.
  nonisolated(unsafe) let earth: Earth
  let inverse: Inverse
  let direct: Direct

  private init() {
    let initialize: Initialize
    #if os(Linux)
      let library = Self.open()
      initialize = unsafeBitCast(Self.symbol("geod_init", in: library), to: Initialize.self)
      inverse = unsafeBitCast(Self.symbol("geod_inverse", in: library), to: Inverse.self)
      direct = unsafeBitCast(Self.symbol("geod_direct", in: library), to: Direct.self)
    #else
      initialize = geod_init
      inverse = geod_inverse
      direct = geod_direct
    #endif
    let memory = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
    initialize(memory, WGS84.a, WGS84.f)
    earth = UnsafePointer(memory)
  }

  #if os(Linux)
    /// The names that PROJ 9, 8 and 7 have where programs run, then that of whoever builds with it. What is called
    /// here has been the same in all of them.
    private static let names = ["libproj.so.25", "libproj.so.22", "libproj.so.19", "libproj.so"]

    private static func open() -> UnsafeMutableRawPointer {
      for name in names {
        if let library = dlopen(name, RTLD_LAZY | RTLD_LOCAL) { return library }
      }
      stop("PROJ cannot be loaded (\(reason)); install it, on Debian as libproj25")
    }

    private static func symbol(_ name: String, in library: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer
    {
      guard let symbol = dlsym(library, name) else {
        stop("PROJ is not the one expected (\(reason)); install PROJ 7 or later, on Debian as libproj25")
      }
      return symbol
    }

    private static var reason: String { dlerror().map { String(cString: $0) } ?? "no reason given" }

    /// As a library that is linked and missing would: nothing can be measured without it.
    private static func stop(_ sentence: String) -> Never {
      let line = Array("cordon: \(sentence)\n".utf8)
      _ = write(STDERR_FILENO, line, line.count)
      // EX_SOFTWARE, the status of an engine that fails.
      exit(70)
    }
  #endif
}
