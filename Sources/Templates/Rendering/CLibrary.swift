#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The arithmetic that the standard library leaves to C's.
enum CLibrary {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// Writes a number by one of the conversions `e`, `E`, `g` and `G` of `printf`.
  static func text(
    of number: Double, conversion: UInt8, digits: Int, isAlternate: Bool
  ) -> String {
    let letter = Character(Unicode.Scalar(conversion))
    let format = "%\(isAlternate ? "#" : "").*\(letter)"
    // A sign, a point, the exponent and the end stand beside the digits.
    let size = digits + 16
    return withVaList([Int32(digits), number]) { arguments in
      String(unsafeUninitializedCapacity: size) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { bytes in
          Int(max(0, min(vsnprintf(bytes.baseAddress, size, format, arguments), Int32(size - 1))))
        }
      }
    }
  }
}
