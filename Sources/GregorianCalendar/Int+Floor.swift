extension Int {
  /// Returns the quotient rounded down, where `/` rounds towards zero; `divisor` is positive.
  public func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
