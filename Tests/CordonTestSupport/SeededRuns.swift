/// The seeds that property tests run with: fixed ones, so that a failure today is a failure tomorrow.
///
/// A failure names its seed, since the seed is the argument of the test.
public let propertySeeds: [UInt64] = [1, 20_240_607, 0xC0FFEE]
