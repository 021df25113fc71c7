/// Writes numbers as decimal digits without making strings.
enum DecimalText {
  static func append(_ number: Int, to output: inout OutputBuffer) {
    if number >= 0, number < 10 {
      output.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = number.magnitude
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start &-= 1
        digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest != 0
      if number < 0 {
        start &-= 1
        digits[start] = UInt8(ascii: "-")
      }
      output.append(UnsafeBufferPointer(rebasing: digits[start..<20]))
    }
  }

  /// Writes the shortest digits that mean the same number, always with a fraction.
  static func append(_ number: Double, to output: inout OutputBuffer) {
    if appendShort(number, to: &output) { return }
    var text =
      number.isNaN ? "nan" : number.isInfinite ? (number < 0 ? "-inf" : "inf") : "\(number)"
    text.withUTF8 { output.append($0) }
  }

  /// Numbers of few digits, which most are, need no search for the shortest form.
  private static func appendShort(_ number: Double, to output: inout OutputBuffer) -> Bool {
    guard number.magnitude < 1e9, number != 0 || number.sign == .plus else { return false }
    var scale = 1.0
    for digits in 0...3 {
      let scaled = number * scale
      let whole = scaled.rounded()
      if whole / scale == number {
        appendFixed(Int(whole), digits: max(digits, 1), scale: digits == 0 ? 10 : 1, to: &output)
        return true
      }
      scale *= 10
    }
    return false
  }

  private static func appendFixed(
    _ number: Int, digits: Int, scale: Int, to output: inout OutputBuffer
  ) {
    var divisor = 1
    for _ in 0..<digits { divisor *= 10 }
    let scaled = number.magnitude * UInt(scale)
    if number < 0 { output.append(UInt8(ascii: "-")) }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: UInt(divisor))
    append(Int(whole), to: &output)
    output.append(UInt8(ascii: "."))
    var left = rest
    var place = UInt(divisor) / 10
    while place > 0 {
      output.append(UInt8(ascii: "0") + UInt8(left / place))
      left %= place
      place /= 10
    }
  }
}
