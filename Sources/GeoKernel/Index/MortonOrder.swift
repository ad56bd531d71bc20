/// An order in which what is near in space is mostly near in the list.
///
/// By cells of 13 km, their three numbers interleaved bit by bit (Morton's curve).
func mortonOrder(_ points: [Cartesian]) -> [Int32] {
  let keys = points.map { point in
    spread(point.x) << 2 | spread(point.y) << 1 | spread(point.z)
  }
  // Three stable passes over ten bits each, the lowest first.
  var order = (0..<Int32(points.count)).map(\.self)
  var sorted = order
  for shift in [UInt32(0), 10, 20] {
    var starts = [Int](repeating: 0, count: 1025)
    for key in keys { starts[Int(key >> shift & 1023) + 1] += 1 }
    for i in 1..<1025 { starts[i] += starts[i - 1] }
    for i in order {
      let digit = Int(keys[Int(i)] >> shift & 1023)
      sorted[starts[digit]] = i
      starts[digit] += 1
    }
    swap(&order, &sorted)
  }
  return order
}

/// The ten bits of a coordinate's cell, two empty ones between each.
private func spread(_ coordinate: Double) -> UInt32 {
  var bits = UInt32(max(0, min(1023, (coordinate + 6_400_000) * (1024 / 12_800_000))))
  bits = (bits | bits << 16) & 0x0300_00FF
  bits = (bits | bits << 8) & 0x0300_F00F
  bits = (bits | bits << 4) & 0x030C_30C3
  return (bits | bits << 2) & 0x0924_9249
}
